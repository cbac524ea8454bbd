"""English sentences, each with the events that a careful coder reads in it, by the codebook.

They follow the codebook, not the coder: what the lexicon coder does not read so yet stands in NOT_YET, with the reason.
"""

from __future__ import annotations

import pytest
from making import coded, told

# (sentence, its events as `told` writes them, joined by " | ")
SENTENCES = [
    # Active verbs.
    ("Russia attacked Ukraine with missiles and drones.", "ASSAULT RUS>UKR asserted"),
    ("Kenya sent food aid to Somalia.", "AID KEN>SOM asserted"),
    ("The European Union imposed sanctions on Belarus.", "SANCTION EUR>BLR asserted"),
    ("Turkish police arrested 40 protesters in Istanbul.", "COERCE TUR>TUR asserted"),
    ("Thousands of teachers went on strike in Portugal.", "PROTEST PRT> asserted"),
    ("Norway expelled 15 Russian diplomats.", "SANCTION NOR>RUS asserted"),
    ("Japanese Prime Minister Fumio Kishida apologised to South Korea.", "CONCEDE JPN>KOR asserted"),
    ("Iran released two French prisoners.", "RETREAT IRN>FRA asserted"),
    ("Prime Minister Narendra Modi thanked Egypt.", "SUPPORT IND>EGY asserted"),
    ("Chile and Argentina signed a trade agreement.", "SUPPORT ARG+CHL=ARG+CHL asserted"),
    ("Pope Francis met Viktor Orban in Budapest.", "CONSULT HUN+VAT=HUN+VAT asserted"),
    ("North Korea fired two ballistic missiles into the sea.", "MOBILIZE PRK> asserted"),
    ("Egypt deployed troops to the border with Libya.", "MOBILIZE EGY> asserted"),
    ("Mexico extradited Ovidio Guzman to the United States.", "COOPERATE MEX>USA asserted"),
    ("Malaysian Defence Minister Mohamad Hasan visited Indonesia.", "CONSULT MYS>IDN asserted"),
    ("Indonesian President Joko Widodo hosted Ferdinand Marcos Jr.", "CONSULT PHL>IDN asserted"),
    ("The World Bank gave Pakistan a loan.", "AID IGO>PAK asserted"),
    ("Greenpeace sued the British government.", "ACCUSE NGO>GBR asserted"),
    ("Al Shabaab bombed a hotel in Mogadishu.", "ASSAULT SOM> asserted"),
    ("Colombia asked Venezuela for help.", "REQUEST COL>VEN asserted"),
    ("The United Nations urged Israel to open the Rafah crossing.", "REQUEST UNO>ISR asserted"),
    ("Lithuania called on Germany to send more troops.", "REQUEST LTU>DEU asserted"),
    # Passive verbs.
    ("Two Iranian diplomats were expelled by Albania.", "SANCTION ALB>IRN asserted"),
    ("The Chinese ambassador was summoned by the Philippine foreign ministry.", "ACCUSE PHL>CHN asserted"),
    (
        "Opposition leader Alexei Navalny was sentenced to 19 years in prison by a Russian court.",
        "SANCTION RUS>RUS asserted",
    ),
    ("A hospital was shelled by Sudanese paramilitary forces.", "ASSAULT SDN>? asserted"),
    ("Ukraine was promised fighter jets by Denmark.", "AGREE DNK>UKR asserted"),
    ("France was criticised by Algeria.", "ACCUSE DZA>FRA asserted"),
    # Nouns.
    ("The visit of German Chancellor Olaf Scholz to India ended on Sunday.", "CONSULT DEU>IND asserted"),
    ("Talks between Ethiopia and Sudan resumed in Cairo.", "CONSULT ETH+SDN=ETH+SDN asserted"),
    ("Saudi Arabia's condemnation of Sweden came on Thursday.", "ACCUSE SAU>SWE asserted"),
    (
        "A joint military exercise by Indonesia and the United States began in Java.",
        "COOPERATE IDN+USA=IDN+USA asserted",
    ),
    # Headlines.
    ("Iran condemns Israel", "ACCUSE IRN>ISR asserted"),
    ("Biden meets Herzog at White House", "CONSULT ISR+USA=ISR+USA asserted"),
    ("Niger junta closes airspace", "COERCE NER> asserted"),
    # Relative clauses.
    (
        "North Korea, which tested a missile on Wednesday, refused to talk to South Korea.",
        "MOBILIZE PRK> asserted | REJECT PRK>KOR asserted",
    ),
    ("The M23 rebels who ambushed the Congolese army fled.", "ASSAULT COD>COD asserted"),
    # Coordination.
    (
        "The United States, Japan and South Korea held a joint naval drill.",
        "COOPERATE JPN+KOR+USA=JPN+KOR+USA asserted",
    ),
    ("Britain and Australia sanctioned Myanmar.", "SANCTION AUS+GBR>MMR asserted"),
    ("China criticised Japan and the Netherlands.", "ACCUSE CHN>JPN+NLD asserted"),
    ("Iran and Saudi Arabia restored diplomatic relations.", "SUPPORT IRN+SAU=IRN+SAU asserted"),
    # Negation.
    ("Saudi Arabia has not recognised Israel.", "SUPPORT SAU>ISR denied"),
    ("Serbia never supplied arms to Ukraine.", "AID SRB>UKR denied"),
    # Future.
    ("Germany will send tanks to Ukraine.", "AGREE DEU>UKR future"),
    # Possibility, promise, refusal, condition, threat.
    ("China may supply weapons to Russia.", "AID CHN>RUS hypothetical"),
    ("Armenia refused to meet Azerbaijan.", "REJECT ARM>AZE asserted"),
    ("Hezbollah threatened Israel.", "THREATEN LBN>ISR asserted"),
    # Quotation and report.
    ('"Russia bombed our cities," Ukrainian President Volodymyr Zelensky said.', "ASSAULT RUS>UKR claimed"),
    ("Ukraine's president said Russia attacked a hospital.", "ASSAULT RUS>? claimed"),
    ("Moscow said Ukraine attacked a Russian warship.", "ASSAULT UKR>RUS claimed"),
    ("KCNA reported that Kim Jong Un met Sergei Shoigu in Pyongyang.", "CONSULT PRK+RUS=PRK+RUS asserted"),
    ("TASS reported that Vladimir Putin praised China.", "SUPPORT RUS>CHN asserted"),
    # Claims and denials.
    ("The United States accused Iran of supplying drones to Russia.", "ACCUSE USA>IRN asserted | AID IRN>RUS claimed"),
    # Background.
    ("The United States invaded Iraq in 2003.", "ASSAULT USA>IRQ historical"),
    # No event: states, sport, statistics, accidents, names that only look like acts.
    ("Relations between Indonesia and Japan are good.", ""),
    ("Argentina beat France on penalties in the World Cup final.", ""),
    ("India's population has overtaken China's.", ""),
    ("He died of a heart attack in Germany.", ""),
    ("Rice prices in Thailand rose by 5 percent.", ""),
    ("The film is set during the Vietnam War.", ""),
    ("South Korean shares rallied as the dollar fell against the yen.", ""),
    ("The Swiss embassy in Manila opened an exhibition of paintings.", ""),
    ("Canada sanctions Haitian officials", "SANCTION CAN>HTI asserted"),
    ("Russia condemned Iran and attacked Ukraine.", "ACCUSE RUS>IRN asserted | ASSAULT RUS>UKR asserted"),
    ("Israel did not attack Iran.", "ASSAULT ISR>IRN denied"),
    ("Police did not arrest the protesters in Lagos.", "COERCE NGA>NGA denied"),
    ("Xi Jinping will visit South Africa next month.", "AGREE CHN>ZAF future"),
    ("Turkey could veto Sweden's membership.", "REJECT TUR>SWE hypothetical"),
    ("Poland promised to help Ukraine.", "AGREE POL>UKR asserted"),
    ("If Russia attacks Poland, the war will spread.", "ASSAULT RUS>POL hypothetical"),
    ("Pyongyang threatened to attack Seoul.", "THREATEN PRK>KOR asserted"),
    ("Iran denied supplying drones to Russia.", "REJECT IRN> asserted | AID IRN>RUS denied"),
]

# (sentence, its events, what stands in the way)
NOT_YET = [
    (
        "France withdrew its troops from Mali.",
        "RETREAT FRA>MLI asserted",
        '"its troops from Mali" is read as troops of Mali',
    ),
    (
        "Israel's air strike on Syria killed three soldiers.",
        "ASSAULT ISR>SYR asserted",
        "the dead of a strike are a second event where their country is not told",
    ),
    (
        "The arrest of journalists by Ethiopian police drew concern.",
        "COERCE ETH>ETH asserted",
        "journalists arrested by a police force are not given its country",
    ),
    (
        "Kenyan police fire tear gas at protesters",
        "ASSAULT KEN>KEN asserted",
        'whom a police force meets is not given its country; "fire" after it turns "police" into a modifier',
    ),
    ("US to send cluster bombs to Ukraine", "AGREE USA>UKR future", 'the infinitive of headlines: "to send" is a plan'),
    (
        "The drones that were supplied by Turkey to Mali arrived on Monday.",
        "AID TUR>MLI asserted",
        '"drones" is read as somebody who receives',
    ),
    (
        "Hungary vetoed the aid package and criticised Ukraine.",
        "REJECT HUN> asserted | ACCUSE HUN>UKR asserted",
        'an object is sought beyond "and"',
    ),
    ("Washington plans to sanction Uganda.", "SANCTION USA>UGA future", '"plans" is read as a promise of its own'),
    ("Doctors in South Korea will strike next week.", "PROTEST KOR> future", "a noun of the same form hides the verb"),
    (
        '"We condemn Sweden," Turkish President Recep Tayyip Erdogan said.',
        "ACCUSE TUR>SWE asserted",
        '"we" names the speaker only in quotations of four words or more',
    ),
    (
        "According to Kyiv, Russia abducted thousands of Ukrainian children.",
        "ASSAULT RUS>UKR claimed",
        '"thousands of" before the object hides it',
    ),
    (
        "Rwanda rejected Congo's claim that it armed the M23 rebels.",
        "REJECT RWA>COD asserted | ACCUSE COD>RWA asserted | AID RWA>COD claimed",
        '"claim" after a possessive is read as a verb; "it" before a verb without an auxiliary names nobody',
    ),
    (
        "Eritrea denied that its troops attacked Ethiopia.",
        "REJECT ERI> asserted | ASSAULT ERI>ETH denied",
        '"its troops" belong to nobody',
    ),
    ("An earthquake struck Turkey and Syria.", "", "what strikes is not asked about"),
    ("The Iranian president died of a heart attack.", "", "an illness is read as an attack"),
    ("A train crash in India killed 280 people.", "", "what kills is not asked about"),
    ("Spain attacked from the start of the match against England.", "", "sport is not told from war"),
]
XFAIL = [
    pytest.param(sentence, events, marks=pytest.mark.xfail(strict=False, reason=reason))
    for sentence, events, reason in NOT_YET
]


@pytest.mark.parametrize(("sentence", "events"), [*SENTENCES, *XFAIL])
def test_a_sentence_tells_its_events(sentence: str, events: str) -> None:
    assert sorted(told(coded(sentence, language="en"))) == sorted(filter(None, events.split(" | ")))


def test_most_sentences_are_read_right() -> None:
    assert len(SENTENCES) >= 45
    assert len(NOT_YET) <= (len(SENTENCES) + len(NOT_YET)) / 3


def test_a_sentence_codes_the_same_without_its_full_stop() -> None:
    plain = [sentence for sentence, _ in SENTENCES if sentence.endswith(".")][:20]
    differ = [s for s in plain if told(coded(s, language="en")) != told(coded(s[:-1], language="en"))]
    assert differ == []
