/*
 * The Fluent components of the first screens, registered one by one so that no other component is loaded.
 */
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/progress-bar.js';
