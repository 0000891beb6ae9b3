package org.summitthemes.corpus;

import java.util.regex.Pattern;

/** Words by which meetings, offices and reported speech are recognized. */
final class Vocabulary {
  /** A meeting, in English, Russian, Turkish and Kazakh. */
  static final String MEETING =
      "summits?|meetings?|sessions?|forums?|conferences?|assembly|congress|consultations"
          + "|council of heads of state|plenary"
          + "|саммит\\p{L}{0,3}|заседани\\p{L}{1,3}|сесси\\p{L}{1,3}|форум\\p{L}{0,3}"
          + "|конференци\\p{L}{1,3}|ассамбле\\p{L}{1,3}|встреч\\p{L}{1,3}"
          + "|zirve\\p{L}{0,6}|toplantı\\p{L}{0,6}|forumu\\p{L}{0,4}|konferansı\\p{L}{0,4}"
          + "|саммит\\p{L}{0,4}|отырыс\\p{L}{0,5}|жиын\\p{L}{0,5}|кездесу\\p{L}{0,5}";

  /** Kinds of text in which one person speaks. */
  static final String ADDRESS =
      "address|speech|remarks|statement|keynote|intervention|message|toast|interview|press gaggle"
          + "|выступление|речь|обращение|послание|заявление"
          + "|konuşma\\p{L}{0,5}|hitab\\p{L}{0,5}|сөз\\p{L}{0,5}|үндеу\\p{L}{0,3}|жолдау\\p{L}{0,3}";

  /** An office held by one person of a country. */
  static final String OFFICE =
      "(?:acting |first |then[ -]|former )?(?:vice[- ]president|president|prime minister"
          + "|head of state|head of government|chancellor|foreign minister"
          + "|minister (?:of|for) foreign affairs|minister of external relations"
          + "|king|queen|emir|sultan|crown prince|governor[- ]general)"
          + "|президент\\p{L}{0,3}|премьер-министр\\p{L}{0,3}|глав\\p{L}{1,2} государства"
          + "|министр\\p{L}{0,2} иностранных дел"
          + "|cumhurbaşkanı|devlet başkanı|başbakanı|dışişleri bakanı"
          + "|президенті|премьер-министрі|сыртқы істер министрі";

  /** Verbs by which a report gives a person's words, in the past tense. */
  static final String SAID =
      "said|noted|stated|expressed|emphasi[sz]ed|stressed|highlighted|underlined|underscored"
          + "|called|proposed|announced|thanked|drew|addressed|told|added|recalled|reaffirmed"
          + "|pointed|summari[sz]ed|outlined|urged|suggested|spoke|delivered|declared|remarked"
          + "|mentioned|concluded|explained|supported|congratulated|participated|took part"
          + "|сказал\\p{L}?|отметил\\p{L}?|заявил\\p{L}?|подчеркнул\\p{L}?|выразил\\p{L}?"
          + "|предложил\\p{L}?|сообщил\\p{L}?|выступил\\p{L}?|добавил\\p{L}?|напомнил\\p{L}?"
          + "|dedi|söyledi|belirtti|vurguladı|kaydetti|ifade etti"
          + "|деді|айтты|атап өтті|мәлімдеді|ұсынды|білдірді";

  /** Those of them whose subject may follow: "said NAME", where "thanked NAME" has an object. */
  static final String SAYING =
      "said|noted|stated|emphasi[sz]ed|stressed|announced|added|recalled|declared|remarked|concluded"
          + "|explained|сказал\\p{L}?|отметил\\p{L}?|заявил\\p{L}?|подчеркнул\\p{L}?|сообщил\\p{L}?"
          + "|добавил\\p{L}?|напомнил\\p{L}?";

  private Vocabulary() {}

  /** Whole words, blind to case. */
  static Pattern words(String alternatives) {
    return pattern("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
