/// Feeds Startide from a folder: sources of kind `folder`.
///
/// Programs move files of lines into the folder; each line is an event. One thread per source reads
/// them in the order of their names, logs batch after batch, and remembers in each how far it has
/// come. After a crash it goes on there, so that every line is logged once.
@NullMarked
package com.example.startide.folder;

import org.jspecify.annotations.NullMarked;
