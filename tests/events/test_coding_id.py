"""Indonesian sentences, each with the events that a careful coder reads in it, by the codebook.

They follow the codebook, not the coder: what the lexicon coder does not read so yet stands in NOT_YET, with the reason.
"""

from __future__ import annotations

import pytest
from making import coded, told

# (sentence, its events as `told` writes them, joined by " | ")
SENTENCES = [
    # Active verbs.
    ("Presiden Joko Widodo mengunjungi Vietnam pada Rabu.", "CONSULT IDN>VNM asserted"),
    ("Rusia menyerang Ukraina dengan rudal dan drone.", "ASSAULT RUS>UKR asserted"),
    ("Malaysia memberikan bantuan beras kepada Palestina.", "AID MYS>PSE asserted"),
    ("Uni Eropa menjatuhkan sanksi kepada Myanmar.", "SANCTION EUR>MMR asserted"),
    ("Polisi menangkap tiga tersangka terorisme di Solo.", "COERCE IDN>IDN asserted"),
    ("Ratusan buruh berunjuk rasa di Bandung.", "PROTEST IDN> asserted"),
    ("KPK menetapkan Gubernur Papua Lukas Enembe sebagai tersangka.", "ACCUSE IDN>IDN asserted"),
    ("Pemerintah Iran membebaskan lima warga Amerika Serikat.", "RETREAT IRN>USA asserted"),
    ("Presiden Volodymyr Zelensky berterima kasih kepada Polandia.", "SUPPORT UKR>POL asserted"),
    ("China dan Filipina menandatangani nota kesepahaman.", "SUPPORT CHN+PHL=CHN+PHL asserted"),
    ("Filipina mengerahkan kapal penjaga pantai ke Laut China Selatan.", "MOBILIZE PHL> asserted"),
    ("KKB menembak dua prajurit TNI di Nduga.", "ASSAULT IDN>IDN asserted"),
    ("Militer Myanmar mengebom sebuah sekolah di Sagaing.", "ASSAULT MMR>MMR asserted"),
    ("Majelis hakim memvonis mantan Gubernur Papua Lukas Enembe delapan tahun penjara.", "SANCTION IDN>IDN asserted"),
    ("Junta Niger memutus kerja sama militer dengan Prancis.", "SANCTION NER>FRA asserted"),
    ("Uni Afrika membekukan keanggotaan Niger.", "SANCTION IGO>NER asserted"),
    ("Pemerintah Belanda meminta maaf kepada Indonesia.", "CONCEDE NLD>IDN asserted"),
    ("Presiden Amerika Serikat Joe Biden memuji Perdana Menteri India Narendra Modi.", "SUPPORT USA>IND asserted"),
    ("Partai Demokrat mengkritik pemerintah.", "ACCUSE IDN>IDN asserted"),
    ("Bank Dunia menyalurkan pinjaman kepada Pakistan.", "AID IGO>PAK asserted"),
    ("Greenpeace menggugat pemerintah Inggris.", "ACCUSE NGO>GBR asserted"),
    ("PBB meminta Israel membuka akses ke Gaza.", "REQUEST UNO>ISR asserted"),
    ("Wakil Presiden Ma'ruf Amin meminta warga tidak panik.", "REQUEST IDN>IDN asserted"),
    ("Hong Kong menangkap empat aktivis.", "COERCE HKG>HKG asserted"),
    # Passive verbs, and hosts as recipients.
    ("Dua diplomat Rusia diusir oleh Jerman.", "SANCTION DEU>RUS asserted"),
    ("Sebuah desa dibom jet tempur Israel.", "ASSAULT ISR> asserted"),
    ("Duta Besar Swedia dipanggil Kementerian Luar Negeri Irak.", "ACCUSE IRQ>SWE asserted"),
    ("Demonstran dibubarkan polisi Prancis dengan gas air mata.", "ASSAULT FRA>FRA asserted"),
    ("Aung San Suu Kyi dijatuhi hukuman 33 tahun penjara oleh junta Myanmar.", "SANCTION MMR>MMR asserted"),
    ("Ukraina diserang Rusia dengan drone.", "ASSAULT RUS>UKR asserted"),
    ("Presiden Filipina Ferdinand Marcos Jr dijamu Presiden Joko Widodo di Istana Bogor.", "CONSULT PHL>IDN asserted"),
    (
        "Menteri Pertahanan Prabowo Subianto menerima kunjungan Menhan Malaysia Mohamad Hasan.",
        "CONSULT MYS>IDN asserted",
    ),
    # Nouns.
    ("Serangan udara Israel ke Suriah menewaskan 12 orang.", "ASSAULT ISR>SYR asserted"),
    ("Kunjungan Presiden Prancis Emmanuel Macron ke Papua Nugini berlangsung dua hari.", "CONSULT FRA>PNG asserted"),
    ("Kecaman Turki terhadap Swedia disampaikan pada Selasa.", "ACCUSE TUR>SWE asserted"),
    ("Latihan militer bersama Indonesia dan Australia dimulai di Darwin.", "COOPERATE AUS+IDN=AUS+IDN asserted"),
    # Bare verbs of headlines.
    ("Iran Kecam Israel", "ACCUSE IRN>ISR asserted"),
    # Relative clauses.
    (
        "Korea Utara, yang menguji rudal balistik pada Rabu, menolak berunding dengan Korea Selatan.",
        "MOBILIZE PRK> asserted | REJECT PRK>KOR asserted",
    ),
    # Coordination.
    (
        "Amerika Serikat, Jepang, dan Korea Selatan menggelar latihan militer bersama.",
        "COOPERATE JPN+KOR+USA=JPN+KOR+USA asserted",
    ),
    ("Inggris dan Kanada menjatuhkan sanksi terhadap Belarus.", "SANCTION CAN+GBR>BLR asserted"),
    ("Rusia mengecam Amerika Serikat dan Inggris.", "ACCUSE RUS>GBR+USA asserted"),
    ("Iran dan Arab Saudi memulihkan hubungan diplomatik.", "SUPPORT IRN+SAU=IRN+SAU asserted"),
    # Negation.
    ("Israel tidak menyerang Iran.", "ASSAULT ISR>IRN denied"),
    ("Polisi tidak menangkap demonstran di Makassar.", "COERCE IDN>IDN denied"),
    # Future.
    ("Presiden Joko Widodo akan mengunjungi China pekan depan.", "AGREE IDN>CHN future"),
    ("Jerman akan mengirim tank Leopard ke Ukraina.", "AGREE DEU>UKR future"),
    ("Amerika Serikat akan menjatuhkan sanksi terhadap Iran.", "SANCTION USA>IRN future"),
    # Possibility, promise, condition, threat.
    ("Turki dapat memveto keanggotaan Swedia.", "REJECT TUR>SWE hypothetical"),
    ("China mungkin memasok senjata kepada Rusia.", "AID CHN>RUS hypothetical"),
    ("Uni Eropa berjanji membantu Ukraina.", "AGREE EUR>UKR asserted"),
    ("Jika Rusia menyerang Polandia, perang akan meluas.", "ASSAULT RUS>POL hypothetical"),
    ("Korea Utara mengancam akan menyerang Korea Selatan jika latihan itu berlanjut.", "THREATEN PRK>KOR asserted"),
    ("Hizbullah mengancam Israel.", "THREATEN LBN>ISR asserted"),
    ("Amerika Serikat mendesak Korea Utara menghentikan uji coba nuklir.", "REQUEST USA>PRK asserted"),
    # Quotation and report.
    ('"Kami mengutuk keras tindakan Swedia," kata Presiden Turki Recep Tayyip Erdogan.', "ACCUSE TUR>SWE asserted"),
    ("Presiden Joko Widodo mengatakan Indonesia mendukung Palestina.", "SUPPORT IDN>PSE asserted"),
    ("Rusia mengatakan Ukraina menyerang kapal perang Rusia.", "ASSAULT UKR>RUS claimed"),
    ("Menurut Kyiv, Rusia menculik ribuan anak Ukraina.", "ASSAULT RUS>UKR claimed"),
    ("KCNA melaporkan bahwa Kim Jong-un bertemu Sergey Shoigu di Pyongyang.", "CONSULT PRK+RUS=PRK+RUS asserted"),
    # Claims and denials.
    ("Amerika Serikat menuduh Iran memasok drone kepada Rusia.", "ACCUSE USA>IRN asserted | AID IRN>RUS claimed"),
    (
        "Belarus menolak klaim Polandia bahwa mereka mengirim senjata kepada Wagner.",
        "REJECT BLR>POL asserted | ACCUSE POL>BLR asserted | AID BLR>RUS claimed",
    ),
    # Background.
    ("Pada 2003, Amerika Serikat menginvasi Irak.", "ASSAULT USA>IRQ historical"),
    # No event: states, sport, statistics, accidents, names that only look like acts.
    ("Hubungan Indonesia dan Jepang sangat baik.", ""),
    ("Timnas Indonesia mengalahkan Vietnam 3-0 di Piala AFF.", ""),
    ("Gempa bermagnitudo 6,2 mengguncang Maluku.", ""),
    ("Jumlah penduduk India melampaui China.", ""),
    ("Serangan jantung menewaskan wisatawan asal Jerman di Bali.", ""),
    ("Harga beras di Thailand naik 5 persen.", ""),
    ("Buku itu bercerita tentang Perang Vietnam.", ""),
    ("Kurs dolar AS menguat terhadap rupiah.", ""),
    ("Kecelakaan kereta di India menewaskan 280 orang.", ""),
    ("Tim bulu tangkis China menyerang sejak awal laga melawan Indonesia.", ""),
    ("Pameran lukisan Prancis dibuka di Jakarta.", ""),
    ("Presiden RI mengunjungi Jepang.", "CONSULT IDN>JPN asserted"),
    ("Rusia mengecam Iran dan menyerang Ukraina.", "ACCUSE RUS>IRN asserted | ASSAULT RUS>UKR asserted"),
    ("Turki, di hadapan PBB, mengecam Israel.", "ACCUSE TUR>ISR asserted"),
    ('"Rusia menyerang rumah sakit kami," kata Presiden Ukraina Volodymyr Zelensky.', "ASSAULT RUS>UKR claimed"),
    ("Iran membantah memasok drone kepada Rusia.", "REJECT IRN> asserted | AID IRN>RUS denied"),
]

# (sentence, its events, what stands in the way)
NOT_YET = [
    (
        "Amerika Serikat mengecam uji coba rudal Korea Utara.",
        "ACCUSE USA>PRK asserted | MOBILIZE PRK> asserted",
        "what is condemned is not coded without a recipient of its own",
    ),
    (
        "Thailand mengekstradisi buronan itu ke China.",
        "COOPERATE THA>CHN asserted",
        "the recipient is whom the person is handed to, not the person",
    ),
    (
        "Menteri Luar Negeri Retno Marsudi diterima Presiden Mesir di Kairo.",
        "CONSULT IDN>EGY asserted",
        '"diterima" is a passive of receiving only with "kunjungan"',
    ),
    (
        "Pertemuan antara Wang Yi dan Antony Blinken digelar di Jakarta.",
        "CONSULT CHN+USA=CHN+USA asserted",
        'a passive light verb swallows the noun with its "antara"',
    ),
    (
        "Penangkapan aktivis oleh polisi Belarus menuai sorotan.",
        "COERCE BLR>BLR asserted",
        "what stands right after a deverbal noun is its patient",
    ),
    (
        "Jokowi Bertemu Xi Jinping di Chengdu",
        "CONSULT CHN+IDN=CHN+IDN asserted",
        "a capitalised verb of a headline is read as the first name of who follows",
    ),
    (
        "AS Jatuhkan Sanksi ke Rusia",
        "SANCTION USA>RUS asserted",
        '"jatuhkan ... ke": the bare form loses its recipient',
    ),
    ("KPK Tangkap Bupati Meranti", "COERCE IDN>IDN asserted", 'the bare root "tangkap" is not in the lexicon'),
    ("Prancis Tarik Pasukan dari Mali", "RETREAT FRA>MLI asserted", '"pasukan dari Mali" is read as troops of Mali'),
    (
        "Rusia Serang Odesa, Ukraina Minta Bantuan NATO",
        "ASSAULT RUS>UKR asserted | REQUEST UKR>IGO asserted",
        'the bare root "serang" is not in the lexicon; a city is no recipient',
    ),
    (
        "Houthi yang menyerang kapal Inggris di Laut Merah membebaskan awak kapal Filipina.",
        "ASSAULT YEM>GBR asserted | RETREAT YEM>PHL asserted",
        "the main verb takes the object of the relative clause as its subject",
    ),
    (
        "Senjata yang dikirim Iran kepada Sudan tiba di Khartoum.",
        "AID IRN>SDN asserted",
        'a passive with an agent loses the recipient behind its preposition; "tiba" takes the sender as subject',
    ),
    ("Arab Saudi belum mengakui Israel.", "SUPPORT SAU>ISR denied", '"mengakui" asks for "kedaulatan" or the like'),
    (
        "Buruh berencana berunjuk rasa di Jakarta pekan depan.",
        "PROTEST IDN> future",
        "the place of a demonstration is read as its recipient",
    ),
]
XFAIL = [
    pytest.param(sentence, events, marks=pytest.mark.xfail(strict=False, reason=reason))
    for sentence, events, reason in NOT_YET
]


@pytest.mark.parametrize(("sentence", "events"), [*SENTENCES, *XFAIL])
def test_a_sentence_tells_its_events(sentence: str, events: str) -> None:
    assert sorted(told(coded(sentence, language="id"))) == sorted(filter(None, events.split(" | ")))


def test_most_sentences_are_read_right() -> None:
    assert len(SENTENCES) >= 45
    assert len(NOT_YET) <= (len(SENTENCES) + len(NOT_YET)) / 3


def test_a_sentence_codes_the_same_without_its_full_stop() -> None:
    plain = [sentence for sentence, _ in SENTENCES if sentence.endswith(".")][:20]
    differ = [s for s in plain if told(coded(s, language="id")) != told(coded(s[:-1], language="id"))]
    assert differ == []
