#!/usr/bin/env python3
"""Record pycocotools' answers for generated cases (python make_eval_cases.py > eval-cases.json).

The cases are made by an integer generator that RandomEvaluationCase.java repeats step by step, so only the answers are stored.
Needs numpy and pycocotools 2.0.11; the project itself does not need Python.
"""
import contextlib, io, json
import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

CASES = 140


class Lcg:
    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)
        for _ in range(4):
            self.next(2)

    def next(self, bound):
        self.state = (self.state * 0x5DEECE66D + 11) & ((1 << 48) - 1)
        return (self.state >> 17) % bound


AREAS = [1024, 9216, 1023, 9217, 1025, 9215, 400, 5000, 20000, 90000]


def make(seed):
    r = Lcg(seed)
    k = 17 if r.next(5) else 1 + r.next(30)
    categories = [1] if r.next(6) else [1, 3]
    images = [10 * (i + 1) + r.next(5) for i in range(1 + r.next(6))]
    has_box = r.next(2) == 1
    tied = r.next(2) == 1
    many = r.next(4) == 0
    amplitude = [3, 9, 25, 60][r.next(4)]
    zero_id = r.next(8) == 0
    anns, dets = [], []
    for image in images:
        mine = []
        for _ in range([0, 1, 2, 3, 7][r.next(5)]):
            twin = r.next(8) == 0 and mine
            if twin:
                a = dict(mine[-1])
            else:
                x, y, s = r.next(1600), r.next(1200), 4 + r.next(60)
                silent = r.next(6) == 0
                kp = []
                for _ in range(k):
                    v = 0 if silent else [0, 1, 2, 2][r.next(4)]
                    kp += [(x + r.next(4 * s)) / 4, (y + r.next(12 * s)) / 4, v]
                area = AREAS[r.next(10)] if r.next(3) == 0 else s * s * 3 * (1 + r.next(4)) / 4
                a = dict(image_id=image, category_id=categories[r.next(len(categories))], keypoints=kp, area=area,
                         bbox=[x / 4, y / 4, s / 1.0, 3.0 * s], iscrowd=int(r.next(9) == 0), num_keypoints=sum(v > 0 for v in kp[2::3]))
                if r.next(15) == 0:
                    a["num_keypoints"] = r.next(2)
            a["id"] = len(anns) + (0 if zero_id else 1)
            anns.append(a)
            mine.append(a)
        for _ in range(15 + r.next(15) if many else r.next(8)):
            score = r.next(4) / 4 if tied else r.next(100000) / 100000
            cat = categories[r.next(len(categories))]
            if mine and r.next(4):
                src = mine[r.next(len(mine))]
                kp = []
                reach = 1 + r.next(amplitude)
                for j in range(k):
                    kp += [src["keypoints"][3 * j] + (r.next(2 * reach + 1) - reach) / 4,
                           src["keypoints"][3 * j + 1] + (r.next(2 * reach + 1) - reach) / 4, 1]
            else:
                kp = []
                for _ in range(k):
                    kp += [r.next(2560) / 4, r.next(1920) / 4, 1]
            d = dict(image_id=image, category_id=cat, keypoints=kp, score=score)
            w, h = (32, 32) if r.next(6) == 0 else (1 + r.next(200), 1 + r.next(200))
            if has_box:
                d["bbox"] = [kp[0], kp[1], w, h]
            dets.append(d)
    restricted = [i for i in images if r.next(3)] if r.next(5) == 0 else []
    return k, categories, images, anns, dets, restricted


def run(seed):
    k, categories, images, anns, dets, restricted = make(seed)
    if not dets or not anns:
        return None
    g = COCO()
    g.dataset = dict(images=[dict(id=i) for i in images], annotations=[dict(a) for a in anns],
                     categories=[dict(id=c, name=str(c)) for c in categories])
    g.createIndex()
    d = g.loadRes([dict(x) for x in dets])
    e = COCOeval(g, d, "keypoints")
    if k != 17:
        e.params.kpt_oks_sigmas = np.array([1.0 / k] * k)
    if restricted:
        e.params.imgIds = restricted
    e.evaluate()
    e.accumulate()
    e.summarize()
    p = e.eval["precision"]
    values = sorted(set(p.reshape(-1).tolist()))
    place = {v: i for i, v in enumerate(values)}
    curves = []
    for c in range(len(categories)):
        for a in range(3):
            for t in range(10):
                runs = []
                for v in p[t, :, c, a, 0].tolist():
                    if runs and runs[-1][0] == place[v]:
                        runs[-1][1] += 1
                    else:
                        runs.append([place[v], 1])
                curves.append(" ".join(f"{i}*{n}" for i, n in runs))
    packed = []
    for c in curves:
        if packed and packed[-1][0] == c:
            packed[-1][1] += 1
        else:
            packed.append([c, 1])
    return dict(seed=seed, people=len(anns), detections=len(dets), stats=[float(v) for v in e.stats], values=values, curves=packed)


def main():
    out, seed = [], 0
    while len(out) < CASES:
        seed += 1
        with contextlib.redirect_stdout(io.StringIO()):
            case = run(seed)
        if case:
            out.append(case)
    print("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in out) + "\n]")


if __name__ == "__main__":
    main()
