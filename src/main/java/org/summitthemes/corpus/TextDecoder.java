package org.summitthemes.corpus;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns bytes into text, or says why they are none.
 *
 * <p>A byte-order mark decides between UTF-8 and UTF-16; without one the bytes must be valid UTF-8.
 * Other bytes are taken for an older code page only where that is plain:
 *
 * <ul>
 *   <li>UTF-16: zero bytes stand on one side of the pairs only, in at least one pair of twenty, and
 *       nineteen of twenty bytes there begin characters of an alphabet;
 *   <li>punctuation only: every non-ASCII byte is one of those that windows-1250 to -1258 agree on
 *       (quotation marks, dashes, ellipsis);
 *   <li>windows-1251: two thirds of the letters are Cyrillic, small letters outnumber capitals
 *       three to one, as in running text, and every byte is defined;
 *   <li>windows-1254, of which ISO-8859-9 is a part: all letters beyond ASCII are Turkish ones and
 *       they are 2 to 25 % of the letters.
 * </ul>
 *
 * Text with a NUL, or with more than one control character in two hundred, is binary.
 */
final class TextDecoder {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final Charset WINDOWS_1254 = Charset.forName("windows-1254");
  private static final String TURKISH = "çğıöşüâîûÇĞİÖŞÜÂÎÛ";

  private TextDecoder() {}

  /** The text without its byte-order mark. */
  static Decoded decode(byte[] bytes) throws RejectedException {
    return decode(bytes, Optional.empty());
  }

  /**
   * The text without its byte-order mark.
   *
   * @param declared the encoding that the document names; it counts where the bytes are not UTF-8
   */
  static Decoded decode(byte[] bytes, Optional<Charset> declared) throws RejectedException {
    if (bytes.length == 0) {
      throw new RejectedException(Reason.EMPTY, "The file is empty");
    }

    Decoded decoded = decodeAny(bytes, declared);
    refuseBinary(decoded.text());
    if (decoded.text().isBlank()) {
      throw new RejectedException(Reason.EMPTY, "The file holds nothing but white space");
    }

    return decoded;
  }

  private static Decoded decodeAny(byte[] bytes, Optional<Charset> declared)
      throws RejectedException {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16BE);
    }

    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16LE);
    }

    if (holdsNul(bytes)) {
      return unmarkedUtf16(bytes)
          .orElseThrow(
              () ->
                  new RejectedException(Reason.BINARY, "The file holds NUL bytes: it is no text"));
    }

    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    Optional<String> utf8 = strict(bytes, start, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return new Decoded(utf8.get(), StandardCharsets.UTF_8, false);
    }

    Optional<String> stated = declared.flatMap(charset -> strict(bytes, 0, charset));
    return stated.isPresent() ? new Decoded(stated.get(), declared.get(), false) : codePage(bytes);
  }

  private static Decoded decoded(byte[] bytes, int start, Charset charset)
      throws RejectedException {
    return strict(bytes, start, charset)
        .map(text -> new Decoded(text, charset, false))
        .orElseThrow(
            () ->
                new RejectedException(
                    Reason.BAD_ENCODING, "Byte-order mark of %s, but not %s", charset, charset));
  }

  private static boolean holdsNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Spaces, digits and Latin letters have a zero byte, always on the same side; on that side the
   * bytes of alphabets are small numbers.
   */
  private static Optional<Decoded> unmarkedUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    int[] small = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
      small[i & 1] += isHighByteOfAlphabet(bytes[i]) ? 1 : 0;
    }
    int side = zeros[0] > 0 ? 0 : 1;
    int pairs = bytes.length / 2;
    boolean plausible =
        bytes.length % 2 == 0
            && zeros[1 - side] == 0
            && zeros[side] * 20 >= pairs
            && small[side] * 20 >= pairs * 19;
    Charset charset = side == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return plausible
        ? strict(bytes, 0, charset).map(text -> new Decoded(text, charset, true))
        : Optional.empty();
  }

  /** Latin to Arabic, and punctuation. */
  private static boolean isHighByteOfAlphabet(byte b) {
    return (b >= 0 && b <= 0x06) || b == 0x20;
  }

  private static Decoded codePage(byte[] bytes) throws RejectedException {
    if (onlyPunctuation(bytes)) {
      return new Decoded(new String(bytes, WINDOWS_1254), WINDOWS_1254, true);
    }

    return strict(bytes, 0, WINDOWS_1251)
        .filter(TextDecoder::isRunningCyrillic)
        .map(text -> new Decoded(text, WINDOWS_1251, true))
        .or(
            () ->
                strict(bytes, 0, WINDOWS_1254)
                    .filter(TextDecoder::isTurkish)
                    .map(text -> new Decoded(text, WINDOWS_1254, true)))
        .orElseThrow(
            () ->
                new RejectedException(
                    Reason.BAD_ENCODING,
                    "Not valid UTF-8 (first at byte %d), and not plausibly windows-1251 or"
                        + " windows-1254",
                    firstInvalid(bytes)));
  }

  private static boolean onlyPunctuation(byte[] bytes) {
    for (byte b : bytes) {
      int value = b & 0xFF;
      boolean shared = value == 0x85 || (value >= 0x91 && value <= 0x97) || value == 0xA0;
      if (value >= 0x80 && !shared) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunningCyrillic(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long cyrillic = text.codePoints().filter(TextDecoder::isCyrillic).count();
    long small = text.codePoints().filter(c -> isCyrillic(c) && Character.isLowerCase(c)).count();
    return cyrillic * 3 >= letters * 2 && small >= 3 * (cyrillic - small);
  }

  private static boolean isCyrillic(int c) {
    return Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.CYRILLIC;
  }

  private static boolean isTurkish(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long beyondAscii = text.codePoints().filter(c -> c > 0x7F && Character.isLetter(c)).count();
    long turkish = text.codePoints().filter(c -> TURKISH.indexOf(c) >= 0).count();
    return turkish == beyondAscii && turkish * 50 >= letters && turkish * 4 <= letters;
  }

  private static int firstInvalid(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
    return in.position();
  }

  private static void refuseBinary(String text) throws RejectedException {
    long controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new RejectedException(Reason.BINARY, "The file holds NUL characters: it is no text");
      }

      if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        controls++;
      }
    }
    if (controls * 200 > text.length()) {
      throw new RejectedException(
          Reason.BINARY, "%d of %d characters are control characters", controls, text.length());
    }
  }

  private static Optional<String> strict(byte[] bytes, int start, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... values) {
    if (bytes.length < values.length) {
      return false;
    }

    for (int i = 0; i < values.length; i++) {
      if ((bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A decoded text.
   *
   * @param guessed whether the encoding was guessed
   */
  record Decoded(String text, Charset charset, boolean guessed) {}
}
