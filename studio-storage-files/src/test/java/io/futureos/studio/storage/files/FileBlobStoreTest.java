package io.futureos.studio.storage.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.futureos.studio.model.BlobKey;
import io.futureos.studio.storage.BlobStore;
import io.futureos.studio.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileBlobStoreTest {

    private static final byte[] REPORT = "a report".getBytes(UTF_8);
    private static final BlobKey KEY = BlobKey.of(REPORT);

    @TempDir
    Path elsewhere;

    @TempDir
    Path directory;

    private BlobStore blobs;

    @BeforeEach
    void start() {
        blobs = FileBlobStore.in(directory);
    }

    private Path shelf() {
        return directory.resolve(KEY.toString().substring(0, 2));
    }

    private Path file() {
        return shelf().resolve(KEY.toString());
    }

    private List<Path> arriving() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("arriving"))) {
            return files.toList();
        }
    }

    private Path leaveBehind(String name, Duration age) throws IOException {
        Path file = Files.write(directory.resolve("arriving").resolve(name), REPORT);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void blobs_outlive_the_store() {
        blobs.put(REPORT);

        assertThat(FileBlobStore.in(directory).get(KEY)).contains(REPORT);
    }

    @Test
    void a_directory_that_is_not_there_is_made() {
        Path deeper = directory.resolve("a/b");

        FileBlobStore.in(deeper).put(REPORT);

        assertThat(FileBlobStore.in(deeper).get(KEY)).contains(REPORT);
    }

    @Test
    void a_directory_may_itself_be_a_link() throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), directory);

        FileBlobStore.in(link).put(REPORT);

        assertThat(blobs.get(KEY)).contains(REPORT);
    }

    @Test
    void a_file_can_t_be_a_store() throws IOException {
        Path file = Files.createFile(elsewhere.resolve("file"));

        assertThatThrownBy(() -> FileBlobStore.in(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no blob store in " + file)
                .hasMessageContaining("Name a directory");
    }

    @Test
    void changed_bytes_are_told() throws IOException {
        blobs.put(REPORT);
        Files.writeString(file(), "a rep0rt");

        assertThatThrownBy(() -> blobs.get(KEY))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("blob " + KEY)
                .hasMessageContaining("damaged");
    }

    @Test
    void putting_a_damaged_blob_again_mends_it() throws IOException {
        blobs.put(REPORT);
        Files.writeString(file(), "a rep");

        blobs.put(REPORT);

        assertThat(blobs.get(KEY)).contains(REPORT);
    }

    @Test
    void a_link_in_the_place_of_a_blob_is_not_followed() throws IOException {
        Path outside = Files.write(elsewhere.resolve("outside"), REPORT);
        Files.createSymbolicLink(file(), outside);

        assertThatThrownBy(() -> blobs.get(KEY)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> blobs.get(KEY, 0, 1)).isInstanceOf(StorageException.class);
        assertThat(blobs.list("", Optional.empty(), 10)).isEmpty();
    }

    @Test
    void putting_and_deleting_replace_a_link_and_not_what_it_leads_to() throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("outside"), "somebody else's");
        Files.createSymbolicLink(file(), outside);

        blobs.put(REPORT);

        assertThat(Files.isSymbolicLink(file())).isFalse();
        Files.delete(file());
        Files.createSymbolicLink(file(), outside);

        blobs.delete(KEY);

        assertThat(outside).hasContent("somebody else's");
    }

    @Test
    void a_link_in_the_place_of_a_shelf_is_refused() throws IOException {
        Files.delete(shelf());
        Files.createSymbolicLink(shelf(), elsewhere);
        Files.write(elsewhere.resolve(KEY.toString()), REPORT);

        assertThatThrownBy(() -> blobs.get(KEY)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> blobs.put(REPORT)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> blobs.delete(KEY)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> blobs.list("", Optional.empty(), 10)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> FileBlobStore.in(directory)).isInstanceOf(StorageException.class);
        assertThat(elsewhere.resolve(KEY.toString())).hasBinaryContent(REPORT);
    }

    @Test
    void a_disk_that_is_gone_does_not_look_like_an_empty_one() throws IOException {
        Files.delete(shelf());

        assertThatThrownBy(() -> blobs.get(KEY))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("See that the disk is there");
        assertThatThrownBy(() -> blobs.list("", Optional.empty(), 10)).isInstanceOf(StorageException.class);
    }

    @Test
    void a_put_that_fails_leaves_nothing_behind() throws IOException {
        Files.createDirectories(file().resolve("in the way"));

        assertThatThrownBy(() -> blobs.put(REPORT))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("unknown whether blob " + KEY + " was written to " + directory.toRealPath())
                .hasMessageContaining("put it again");

        assertThat(arriving()).isEmpty();
    }

    @Test
    void a_put_that_goes_well_leaves_nothing_behind() throws IOException {
        blobs.put(REPORT);

        assertThat(arriving()).isEmpty();
    }

    @Test
    void files_with_other_names_are_no_blobs() throws IOException {
        blobs.put(REPORT);
        Files.write(shelf().resolve(KEY.toString().toUpperCase(Locale.ROOT) + "F"), REPORT);
        Files.write(shelf().resolve("README"), REPORT);
        Files.createDirectory(shelf().resolve("0".repeat(64)));

        assertThat(blobs.list("", Optional.empty(), 10))
                .extracting(BlobStore.Stored::key)
                .containsExactly(KEY);
    }

    @Test
    void what_a_killed_process_left_behind_goes_when_a_store_is_opened_an_hour_later() throws IOException {
        Path old = leaveBehind("old", Duration.ofMinutes(61));
        Path young = leaveBehind("young", Duration.ofMinutes(59));

        FileBlobStore.in(directory);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void a_store_of_files_gives_no_links() {
        assertThat(blobs.link(KEY, "report.pdf", Duration.ofMinutes(1))).isEmpty();
    }
}
