/// How the server answers when it refuses: the one place where exceptions become statuses, bodies and pages.
/// Also what all pages share: languages and the shell around their content.
///
/// How a page is put together. Its template replaces its whole `<html>` by `fragments/page :: page(...)`, which takes a
/// title and the page's own fragments by name: `th:ref="content"`, and `buttons`, `trail` or `marks` where there are
/// any. A form has `th:object` and is a list of `fragments/field :: field(...)`, which asks [FormFields] what was typed
/// and what is wrong with it. A list is `fragments/table :: list(...)` with the keys of its columns and one `<tr>`. A
/// status is shown by `fragments/badge`, where a new one gets its colour; its words have a key `status.` in the
/// bundles. A controller that shows a chart gives the page a [Chart], and the page has `fragments/chart :: scripts`.
/// A part that asks for itself while a job runs ends with [Polled].
/// Parameters that a page leaves out are looked up in the model: no attribute of a model may have the name of one.
@NullMarked
package dev.facewright.platform.kernel.web;

import org.jspecify.annotations.NullMarked;
