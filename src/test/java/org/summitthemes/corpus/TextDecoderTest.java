package org.summitthemes.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final String RUSSIAN =
      "Уважаемые участники заседания! Рад приветствовать вас в нашей столице.";
  private static final String TURKISH =
      "Değerli katılımcılar, hepinizi saygıyla selamlıyorum; güvenliğimiz için çalışıyoruz.";

  @Test
  void byteOrderMarkOfUtf8IsNoText() throws RejectedException {
    assertThat(decode("\uFEFFspeech", StandardCharsets.UTF_8)).isEqualTo("speech");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void byteOrderMarkOfUtf16Decides(String charset) throws RejectedException {
    assertThat(decode("\uFEFF" + RUSSIAN, Charset.forName(charset))).isEqualTo(RUSSIAN);
  }

  @Test
  void runningRussianInItsOldCodePageIsGuessed() throws RejectedException {
    var decoded = TextDecoder.decode(RUSSIAN.getBytes(Charset.forName("windows-1251")));

    assertThat(decoded)
        .isEqualTo(new TextDecoder.Decoded(RUSSIAN, Charset.forName("windows-1251"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAMarkIsGuessed(String charset) throws RejectedException {
    assertThat(decode(RUSSIAN, Charset.forName(charset))).isEqualTo(RUSSIAN);
    assertThat(decode(TURKISH, Charset.forName(charset))).isEqualTo(TURKISH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1254", "ISO-8859-9"})
  void turkishInItsOldCodePagesIsGuessed(String charset) throws RejectedException {
    assertThat(decode(TURKISH, Charset.forName(charset))).isEqualTo(TURKISH);
  }

  @Test
  void curlyQuotesAloneAreTheSameInAllCodePages() throws RejectedException {
    assertThat(decode("the president’s “new” plan", Charset.forName("windows-1252")))
        .isEqualTo("the president’s “new” plan");
  }

  @Test
  void anyOtherEncodingIsRejectedWithThePlaceOfTheFault() {
    assertRejected("çok à propos, señor".getBytes(StandardCharsets.ISO_8859_1), Reason.BAD_ENCODING)
        .hasMessageContaining("first at byte 0");
  }

  @Test
  void utf16CutInHalfIsRejected() {
    assertRejected(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}, Reason.BAD_ENCODING);
  }

  @Test
  void nulsAndManyControlCharactersAreBinary() {
    assertRejected(new byte[] {'a', 0, 'b'}, Reason.BINARY);
    assertRejected(new byte[] {'o', 'n', 'e', 0}, Reason.BINARY);
    assertRejected(new byte[] {'a', 0, (byte) 0xFF}, Reason.BINARY);
    assertRejected("\u0001\u0002\u0003 PDF".getBytes(StandardCharsets.UTF_8), Reason.BINARY);
  }

  @Test
  void nothingAndWhiteSpaceAreEmpty() {
    assertRejected(new byte[0], Reason.EMPTY);
    assertRejected(" \r\n\t ".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
  }

  private static String decode(String text, Charset charset) throws RejectedException {
    return TextDecoder.decode(text.getBytes(charset)).text();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable>
      assertRejected(byte[] bytes, Reason reason) {
    return assertThatThrownBy(() -> TextDecoder.decode(bytes))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
