"""Spellings of one name agree, different names that look alike do not."""

from __future__ import annotations

import pytest

from dateline.language.names import SAME_NAME, fold, similarity, sound_key

ONE_NAME = """
Golani = Jolani; Jolani = Julani; Julani = Jawlani; Golani = Joulani
al-Nusra = an-Nusra; Nusra = Nusrah; al-Nusrah = Nusra
Ma'arrat an-Nu'man = Maarat al-Numan; Maarrat al-Nuaman = Ma'arrat al-Nu'man
Deir ez-Zor = Deir al-Zor; Deir Ezzor = Deir ez-Zour; Dayr az-Zawr = Deir al-Zour
Raqqa = Raqqah; ar-Raqqah = al-Raqqa; Rakka = Raqqa
Latakia = Lattakia; Idlib = Idleb; Hama = Hamah; Homs = Homs; Qamishli = Kamishli
Hasakah = Hasaka; Sweida = Suwayda; as-Suwayda = al-Sweida; Daraa = Dar'a; Tartus = Tartous
Sana'a = Sanaa; Ta'izz = Taiz; Hodeidah = Hodeida; Marib = Ma'rib; Hadramawt = Hadramaut
Fallujah = Falluja; Baqubah = Baquba; Diyala = Diyalah; Kirkuk = Kirkouk; Tikrit = Takrit
Benghazi = Bengasi; Misrata = Misratah; Zuwara = Zuwarah; Tarhuna = Tarhouna
Mohammed = Muhammad; Mohamed = Mohammad; Mohammed = Mohamad; Ahmed = Ahmad; Mahmoud = Mahmud
Hussein = Husayn; Hossein = Hussein; Hussain = Hussein; Hassan = Hasan; Khaled = Khalid
Omar = Umar; Osama = Usama; Youssef = Yusuf; Yousef = Youssef; Ibrahim = Ebrahim
Said = Saeed; Karim = Kareem; Rashid = Rasheed; Jamil = Jameel; Walid = Waleed
Gaddafi = Qaddafi; Gadhafi = Qadhafi; Abdel Fattah al-Sisi = Abdul Fattah el-Sisi
Abdul Rahman = Abd al-Rahman; Abdulrahman = Abdul Rahman; Abu Bakr = Abubakr
Bashar al-Assad = Bashar el-Asad; Bachar al-Assad = Bashar al-Assad; Nasrallah = Nasrullah
Salah al-Din = Salah ad-Din; Nur al-Din = Nour ad-Din; Houthi = Huthi; Hezbollah = Hizbullah
Khomeini = Khomeyni; Khamenei = Khamene'i; Rouhani = Ruhani; Esfahan = Isfahan; Mashhad = Mashad
Ahmadinejad = Ahmadinezhad; Raisi = Raeisi; Soleimani = Suleimani; Kermanshah = Kirmanshah
Haqqani = Haqani; Akhundzada = Akhunzada; Waziristan = Vaziristan; Balochistan = Baluchistan
Kandahar = Qandahar; Kunduz = Konduz; Jalalabad = Jelalabad; Uruzgan = Oruzgan
Yevgeny = Evgenii; Evgeny = Yevgeniy; Tymoshenko = Timoshenko; Sergei = Sergey; Dmitry = Dmitri
Zelensky = Zelenskyy; Zelenskiy = Zelensky; Poroshenko = Porochenko; Alexei = Aleksey
Aleksandr = Alexandr; Prigozhin = Prigojin; Shoigu = Shoygu; Medvedev = Medvedyev; Lavrov = Lavrow
Zhytomyr = Zhitomir; Kharkiv = Kharkov; Grozny = Groznyy; Makhachkala = Mahachkala
Vladimir = Wladimir; Yuri = Yuriy; Gerasimov = Guerasimov; Lukashenko = Loukachenko
Mao Zedong = Mao Tse-tung; Deng Xiaoping = Teng Hsiao-p'ing; Zhou Enlai = Chou En-lai
Beijing = Peking; Sichuan = Szechuan; Chongqing = Chungking; Tianjin = Tientsin; Guangdong = Kwangtung
Xinjiang = Sinkiang; Xi Jinping = Xi Jin-ping
Rakhine = Rakhaing; Min Aung Hlaing = Min Aung Hlaing; Thein Sein = Thein Sein; Naypyidaw = Naypyitaw
Mogadishu = Mogadisho; Hassan Sheikh Mohamud = Hassan Sheikh Mohamoud; Shabaab = Shabab; al-Shabaab = ash-Shabab
Kismayo = Kismayu; Beledweyne = Beledwayne; Galkayo = Galkaayo; Abdullahi = Abdulahi; Xasan = Hassan
Maiduguri = Maidugury; Buhari = Bukhari; Sokoto = Sakkwato; Zamfara = Samfara; Usman = Ousmane
Bogotá = Bogota; Hernández = Hernandez; Núñez = Nunez; González = Gonzales; Chávez = Chavez
Mubarak = Moubarak; Erdoğan = Erdogan; Çavuşoğlu = Cavusoglu; Diyarbakır = Diyarbakir; Afrin = Efrin
Tel Aviv = Tel-Aviv; Port-au-Prince = Port au Prince; Sheikh Zuweid = Sheikh Zuwayd; Khan Younis = Khan Yunis
"""

TWO_NAMES = """
Hassan / Hussein; Latakia / Lavrov; Idlib / Aleppo; Ahmed / Mohammed; Mahmoud / Mohammed; Ahmed / Hamid
Omar / Amr; Ali / Adel; Khaled / Walid; Karim / Rahim; Jamal / Kamal; Said / Salim; Salem / Salman
Hamas / Homs; Hama / Homs; Hamas / Hama; Daraa / Douma; Sana'a / Saada; Basra / Bosra; Mosul / Mersin
Tikrit / Tartus; Aleppo / Ankara; Raqqa / Rafah; Rafah / Jaffa; Gaza / Giza; Haifa / Jaffa; Beirut / Berlin
Marib / Mahra; Aden / Amman; Oman / Amman; Iran / Iraq; Kerman / Kermanshah; Qom / Homs; Tehran / Tirana
Karzai / Kasuri; Kabul / Kunduz; Kunar / Kunduz; Herat / Hera; Farah / Faryab; Paktia / Paktika; Khost / Kholm
Helmand / Hermel; Zabul / Kabul; Ghazni / Ghor; Swat / Sibi; Quetta / Qatif; Lahore / Larkana; Multan / Sultan
Sharif / Sharaf; Zardari / Zarqawi; Khan / Khar; Bhutto / Bhatti; Imran Khan / Salman Khan
Bashar al-Assad / Hafez al-Assad; Saddam Hussein / Qusay Hussein; Abu Omar / Abu Bakr; Abu Ali / Abu Walid
Hassan Nasrallah / Hassan Rouhani; Ismail Haniyeh / Ismail Qaani; Mohammed Deif / Mohammed Dahlan
Vladimir Putin / Vladimir Medinsky; Sergei Lavrov / Sergei Shoigu; Putin / Pushkin; Lavrov / Lvov
Kharkiv / Kherson; Kyiv / Kursk; Donetsk / Lutsk; Luhansk / Luninets; Odesa / Adana; Lviv / Kyiv; Sumy / Sochi
Petrov / Pavlov; Ivanov / Ivashov; Popov / Pavlov; Kadyrov / Karimov; Karimov / Rahimov; Nazarbayev / Nazarov
Zelensky / Yavlinsky; Poroshenko / Tymoshenko; Yanukovych / Yushchenko; Lukashenko / Poroshenko; Navalny / Nemtsov
Grozny / Gorky; Grozny / Gronau; Moscow / Mosul; Minsk / Pinsk; Tomsk / Omsk; Sevastopol / Simferopol
Xi Jinping / Li Keqiang; Hu Jintao / Hu Yaobang; Deng Xiaoping / Deng Pufang; Wang Yi / Wang Yang; Li Peng / Li Qiang
Shanxi / Shandong; Hunan / Henan; Hubei / Hebei; Guangdong / Guangxi; Jiangsu / Jiangxi; Nanjing / Nanning
Aung San / Aung Gyi; Min Aung Hlaing / Soe Win; Kachin / Chin; Shan / Chin; Mandalay / Magway; Thein Sein / Khin Nyunt
Bosaso / Baidoa; Jowhar / Johor; Gedo / Bari; Somalia / Somaliland; Farmaajo / Farole; Puntland / Jubaland
Kano / Kogi; Borno / Benue; Kaduna / Katsina; Yobe / Yola; Buhari / Bukar; Jos / Lagos; Shekau / Shettima
Gómez / González; Hernández / Fernández; Martínez / Ramírez; Cali / Cauca; Bogotá / Boyacá; Santos / Santiago
Uribe / Iribarne; Petro / Pedro; Maduro / Madrid; Chávez / Sánchez; Morales / Moreno; Lima / Loja
17th Division / 18th Division; Brigade 313 / Brigade 33; First Corps / Third Corps; Battalion 101 / Battalion 11
Northern Front / Southern Front; Islamic Front / Islamic State; Army of Conquest / Army of Islam
Free Syrian Army / Syrian Arab Army; National Defence Forces / Syrian Democratic Forces
"""


def pairs(table: str, between: str) -> list[tuple[str, str]]:
    rows = [row.strip() for line in table.strip().splitlines() for row in line.split(";")]
    return [(a.strip(), b.strip()) for a, _, b in (row.partition(between) for row in rows)]


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(pairs(ONE_NAME, " = ")) >= 120
    assert len(pairs(TWO_NAMES, " / ")) >= 120


def test_spellings_of_one_name_are_told_from_look_alikes() -> None:
    joined = [pair for pair in pairs(ONE_NAME, " = ") if similarity(*pair) >= SAME_NAME]
    wrongly = [pair for pair in pairs(TWO_NAMES, " / ") if similarity(*pair) >= SAME_NAME]
    missed = len(pairs(ONE_NAME, " = ")) - len(joined)
    f1 = 2 * len(joined) / (2 * len(joined) + len(wrongly) + missed)
    assert f1 >= 0.94, (f1, wrongly, [p for p in pairs(ONE_NAME, " = ") if p not in joined])


@pytest.mark.parametrize(
    "spellings",
    [
        ("Golani", "Jolani", "Julani", "Jawlani"),
        ("Nusra", "Nusrah", "an-Nusra", "al-Nusra"),
        ("Ma'arrat an-Nu'man", "Maarat al-Numan"),
        ("Yevgeny", "Evgenii"),
        ("Tymoshenko", "Timoshenko"),
        ("Sana'a", "Sanaa"),
        ("Deir ez-Zor", "Deir Ezzor", "Dayr az-Zawr"),
        ("Mao Zedong", "Mao Tse-tung"),
    ],
)
def test_romanisations_share_a_sound_key(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("Hassan", "Hussein"), ("Idlib", "Aleppo"), ("Ahmed", "Mohammed"), ("Kano", "Kogi")]
)
def test_different_names_have_different_sound_keys(a: str, b: str) -> None:
    assert sound_key(a) != sound_key(b)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Al-Nusra Front", "nusra front"),
        ("Ma'arrat an-Nu'man", "maarrat numan"),
        ("Ad Dānā", "dana"),
        ("ash-Shabab", "shabab"),
        ("Chou En-lai", "chou en lai"),
        ("U.S.", "us"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("El", "el"),
        ("  ", ""),
    ],
)
def test_folding_drops_case_marks_and_articles(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_similarity_does_not_depend_on_the_order() -> None:
    for a, b in pairs(ONE_NAME, " = ") + pairs(TWO_NAMES, " / "):
        assert similarity(a, b) == similarity(b, a)
        assert 0.0 <= similarity(a, b) <= 1.0


def test_a_surname_alone_is_near_the_full_name_but_not_the_same() -> None:
    assert 0.4 < similarity("Assad", "Bashar al-Assad") < SAME_NAME


def test_names_without_letters_are_like_nothing() -> None:
    assert similarity("", "Homs") == 0.0
