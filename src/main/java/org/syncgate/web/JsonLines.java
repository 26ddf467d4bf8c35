package org.syncgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.syncgate.record.RecordLine;

/**
 * One JSON object a line, in UTF-8, as a file to keep. It is written by the thread that reads, so that a slow client slows the
 * reading down and nothing piles up in between; that thread is all that the client holds up.
 */
@Component
class JsonLines {

    private final ObjectWriter json;

    JsonLines(ObjectMapper json) {
        this.json = json.writerFor(RecordLine.class)
                .without(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /**
     * Writes what a source tells.
     *
     * @param name of the file
     * @param source is called once with the reader of each line
     */
    void write(HttpServletResponse response, String name, Consumer<Consumer<RecordLine>> source) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        OutputStream out = response.getOutputStream();
        try {
            source.accept(line -> write(line, out));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private void write(RecordLine line, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
