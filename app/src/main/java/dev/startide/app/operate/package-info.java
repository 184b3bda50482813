/// What operators may do over HTTP, on the management port: for those with a key, and for nobody
/// unless a file of keys is set.
@NullMarked
package dev.startide.app.operate;

import org.jspecify.annotations.NullMarked;
