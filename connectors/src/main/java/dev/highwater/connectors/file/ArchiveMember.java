package dev.highwater.connectors.file;

import java.io.Serializable;

/**
 * One file in an archive.
 *
 * @param name as the archive has it
 * @param compression of the member itself, as {@code a.log.gz} in a zip
 */
record ArchiveMember(Archive archive, String name, Compression compression)
    implements Serializable {}
