package org.posewright.app.sample;

import org.posewright.annotations.model.Box;

/**
 * One dressed person standing somewhere in the picture.
 *
 * @param body joints in metres
 * @param pixelsPerMetre scale of the parallel projection
 * @param pelvisX picture x of the pelvis
 * @param pelvisY picture y of the pelvis
 * @param depth of the pelvis towards the viewer, pixels
 */
record Figure(
        Body body,
        BodyShape shape,
        Wardrobe wardrobe,
        double pixelsPerMetre,
        double pelvisX,
        double pelvisY,
        double depth) {

    /** Body metres to picture pixels and depth. */
    Vec project(Vec metres) {
        return new Vec(
                pelvisX + metres.x() * pixelsPerMetre,
                pelvisY - metres.y() * pixelsPerMetre,
                depth + metres.z() * pixelsPerMetre);
    }

    /** Rectangle around the joints, in picture pixels. */
    Box extent() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Vec joint : body.joints()) {
            Vec at = project(joint);
            left = Math.min(left, at.x());
            right = Math.max(right, at.x());
            top = Math.min(top, at.y());
            bottom = Math.max(bottom, at.y());
        }
        return Box.ofCorners(left, top, right, bottom);
    }

    void paint(DepthCanvas canvas, int person) {
        torso(canvas, person);
        for (int side = 0; side < 2; side++) {
            arm(canvas, person, side);
            leg(canvas, person, side);
        }
        head(canvas, person);
    }

    /** Radius in metres of the flesh around a joint, for the question whether the joint itself is hidden. */
    double fleshAround(int joint) {
        double girth = shape.girth();
        return switch (joint) {
            case 0, 1, 2, 3, 4 -> 0.045 * shape.head();
            case 5, 6 -> 0.085 * girth;
            case 7, 8, 9, 10 -> 0.055 * girth;
            case 11, 12 -> 0.13 * girth;
            default -> 0.08 * girth;
        };
    }

    private void limb(
            DepthCanvas canvas, int person, Vec from, double fromRadius, Vec to, double toRadius, Paint paint) {
        canvas.limb(project(from), fromRadius * pixelsPerMetre, project(to), toRadius * pixelsPerMetre, paint, person);
    }

    private void torso(DepthCanvas canvas, int person) {
        double girth = shape.girth();
        Paint shirt = wardrobe.shirt();
        Vec[] j = body.joints();
        Frame chest = body.chest();
        for (double across = -1; across <= 1.01; across += 0.25) {
            Vec top = j[Body.LEFT_SHOULDER].lerp(j[Body.LEFT_SHOULDER + 1], (1 - 0.72 * across) / 2);
            Vec low = j[Body.LEFT_HIP].lerp(j[Body.LEFT_HIP + 1], (1 - across) / 2);
            Vec waist = top.lerp(low, 0.62).plus(chest.forward().times(0.01));
            double bulge = 1 - 0.2 * across * across;
            limb(canvas, person, top, 0.075 * girth * bulge, waist, 0.088 * girth * bulge, shirt);
            limb(canvas, person, waist, 0.088 * girth * bulge, low, 0.098 * girth * bulge, shirt);
        }
        Paint trousers = Paint.plain(wardrobe.trousers());
        limb(canvas, person, j[Body.LEFT_HIP], 0.102 * girth, j[Body.LEFT_HIP + 1], 0.102 * girth, trousers);
        Paint shoulders = Paint.plain(wardrobe.shirtColour());
        limb(canvas, person, body.neck().plus(chest.up().times(-0.05)), 0.06 * girth, j[5], 0.062 * girth, shoulders);
        limb(canvas, person, body.neck().plus(chest.up().times(-0.05)), 0.06 * girth, j[6], 0.062 * girth, shoulders);
        limb(
                canvas,
                person,
                body.neck(),
                0.052,
                body.neck().lerp(body.headCenter(), 0.6),
                0.048,
                Paint.plain(wardrobe.skin()));
    }

    private void arm(DepthCanvas canvas, int person, int side) {
        double girth = shape.girth();
        Vec[] j = body.joints();
        Vec shoulder = j[Body.LEFT_SHOULDER + side];
        Vec elbow = j[Body.LEFT_ELBOW + side];
        Vec wrist = j[Body.LEFT_WRIST + side];
        Colour cloth = wardrobe.shirtColour();
        Colour skin = wardrobe.skin();
        limb(canvas, person, shoulder, 0.06 * girth, elbow, 0.045 * girth, Paint.until(wardrobe.sleeve(), cloth, skin));
        limb(
                canvas,
                person,
                elbow,
                0.045 * girth,
                wrist,
                0.034 * girth,
                Paint.until(wardrobe.sleeve() - 1, cloth, skin));
        Vec hand = wrist.plus(wrist.minus(elbow).unit().times(0.085));
        limb(canvas, person, wrist, 0.034 * girth, hand, 0.038, Paint.plain(skin));
    }

    private void leg(DepthCanvas canvas, int person, int side) {
        double girth = shape.girth();
        Vec[] j = body.joints();
        Vec hip = j[Body.LEFT_HIP + side];
        Vec knee = j[Body.LEFT_KNEE + side];
        Vec ankle = j[Body.LEFT_ANKLE + side];
        Colour cloth = wardrobe.trousers();
        Colour skin = wardrobe.skin();
        limb(canvas, person, hip, 0.092 * girth, knee, 0.06 * girth, Paint.until(wardrobe.leg(), cloth, skin));
        limb(canvas, person, knee, 0.06 * girth, ankle, 0.042 * girth, Paint.until(wardrobe.leg() - 1, cloth, skin));
        Vec heel = ankle.plus(ankle.minus(knee).unit().times(0.04));
        limb(canvas, person, heel, 0.045, body.toes()[side], 0.035, Paint.plain(wardrobe.shoes()));
    }

    private void head(DepthCanvas canvas, int person) {
        double size = shape.head();
        Frame head = body.head();
        Vec center = body.headCenter();
        Paint skin = Paint.plain(wardrobe.skin());
        limb(
                canvas,
                person,
                center.plus(head.at(0, 0.035 * size, -0.012)),
                0.088 * size,
                center.plus(head.at(0, -0.055 * size, 0.014)),
                0.068 * size,
                skin);
        Vec[] j = body.joints();
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? 1 : -1;
            ball(
                    canvas,
                    person,
                    j[Body.LEFT_EAR + side],
                    0.022 * size,
                    wardrobe.skin().times(0.92));
            Vec eye = j[Body.LEFT_EYE + side];
            ball(canvas, person, eye.minus(head.at(0, 0, 0.01 * size)), 0.0175 * size, new Colour(0.95, 0.95, 0.95));
            ball(canvas, person, eye.plus(head.at(0, 0, 0.002 * size)), 0.0105 * size, new Colour(0.08, 0.06, 0.06));
            Vec brow = eye.plus(head.at(0, 0.024 * size, -0.008 * size));
            limb(
                    canvas,
                    person,
                    brow.plus(head.at(sign * 0.016, 0, -0.004)),
                    0.006 * size,
                    brow.plus(head.at(-sign * 0.014, 0, 0.002)),
                    0.006 * size,
                    Paint.plain(wardrobe.hair()));
        }
        ball(
                canvas,
                person,
                j[Body.NOSE].minus(head.at(0, 0, 0.018 * size)),
                0.0185 * size,
                wardrobe.skin().times(1.04));
        Vec mouth = center.plus(head.at(0, -0.055 * size, 0.079 * size));
        limb(
                canvas,
                person,
                mouth.plus(head.at(0.022 * size, 0, -0.006)),
                0.007 * size,
                mouth.plus(head.at(-0.022 * size, 0, -0.006)),
                0.007 * size,
                Paint.plain(new Colour(0.6, 0.25, 0.25)));
        hair(canvas, person, head, center, size);
    }

    private void hair(DepthCanvas canvas, int person, Frame head, Vec center, double size) {
        if (wardrobe.hairLength() == 0) {
            return;
        }
        for (double across = -1; across <= 1.01; across += 0.5) {
            Vec brow = center.plus(head.at(across * 0.045 * size, 0.088 * size, 0.038 * size));
            Vec crown = center.plus(head.at(across * 0.04 * size, 0.085 * size, -0.03 * size));
            Vec nape = center.plus(head.at(across * 0.045 * size, -0.03 * size, -0.06 * size));
            limb(canvas, person, brow, 0.043 * size, crown, 0.058 * size, Paint.plain(wardrobe.hair()));
            limb(canvas, person, crown, 0.058 * size, nape, 0.052 * size, Paint.plain(wardrobe.hair()));
            if (wardrobe.hairLength() == 2) {
                Vec tips = center.plus(head.at(across * 0.06 * size, -0.21 * size, -0.075 * size));
                limb(canvas, person, nape, 0.052 * size, tips, 0.035 * size, Paint.plain(wardrobe.hair()));
            }
        }
    }

    private void ball(DepthCanvas canvas, int person, Vec center, double radius, Colour colour) {
        canvas.ball(project(center), radius * pixelsPerMetre, colour, person);
    }
}
