package org.posewright.app.bootstrap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.posewright.app.download.DatasetCatalog;
import org.posewright.app.download.ModelCatalog;

/**
 * What a person has decided about the program as a whole.
 *
 * @param language tag such as {@code de}; empty for the system's
 * @param shortcuts action id to key combination in JavaFX's notation, only where it is not the program's own; empty text for none
 * @param addresses where downloads come from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Preferences(String language, Map<String, String> shortcuts, Addresses addresses) {

    public static final Preferences DEFAULT = new Preferences("", Map.of(), Addresses.OFFICIAL);

    public Preferences {
        language = language == null ? "" : language;
        shortcuts = shortcuts == null ? Map.of() : Map.copyOf(shortcuts);
        addresses = addresses == null ? Addresses.OFFICIAL : addresses;
    }

    /** Folders on web servers, each ending in a slash; a mirror is written into the settings file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Addresses(String models, String coco, String labels) {

        static final Addresses OFFICIAL = new Addresses(
                ModelCatalog.OFFICIAL.toString(), DatasetCatalog.COCO.toString(), DatasetCatalog.LABELS.toString());

        public Addresses {
            models = models == null ? ModelCatalog.OFFICIAL.toString() : models;
            coco = coco == null ? DatasetCatalog.COCO.toString() : coco;
            labels = labels == null ? DatasetCatalog.LABELS.toString() : labels;
        }

        ModelCatalog modelCatalog() {
            return new ModelCatalog(URI.create(models));
        }

        DatasetCatalog datasetCatalog() {
            return new DatasetCatalog(URI.create(coco), URI.create(labels));
        }
    }

    Preferences withLanguage(String tag) {
        return new Preferences(tag, shortcuts, addresses);
    }

    Preferences withShortcuts(Map<String, String> changed) {
        return new Preferences(language, changed, addresses);
    }

    /** The language to speak. */
    Locale locale() {
        return language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
    }
}
