package org.posewright.app.viewmodel.browser;

/** Orders of the browser. */
public enum BrowserOrder {
    DATASET,
    NAME,
    WORST_OKS,
    MOST_PEOPLE;

    /** Key of its name. */
    public String messageKey() {
        return "browser.order." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
