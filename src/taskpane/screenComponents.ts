/*
 * The Fluent components that only the screens after the first use.
 */
import '@fluentui/web-components/badge.js';
import '@fluentui/web-components/message-bar.js';
