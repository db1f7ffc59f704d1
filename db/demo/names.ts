import type { Random } from './random'

/** Where a name comes from. */
export type Culture = 'de' | 'nl' | 'pl' | 'en' | 'fr' | 'es' | 'tr' | 'ar'

interface NameLists {
  readonly female: string
  readonly male: string
  /** `Kowalski/Kowalska` = the form of a man and of a woman. */
  readonly family: string
}

/**
 * Common given and family names, one word each; `عمر=Omar` gives the Latin form that a mail address
 * uses. Any likeness to a person is chance: given and family names are drawn apart.
 */
const lists: Readonly<Record<Culture, NameLists>> = {
  de: {
    female:
      'Anja Annika Birgit Carola Claudia Elke Franziska Frauke Greta Hanna Heike Ilka Inga Jana Johanna Jule Katharina Kerstin Lena Maike Mareike Marlene Nadine Renate Ronja Saskia Silke Sophie Svenja Theresa Ulrike Wiebke Zoë',
    male: 'Achim Arne Björn Carsten Christoph Dirk Eike Florian Frank Hannes Henning Holger Jannik Jens Jörg Jürgen Kai Lars Lukas Malte Matthias Niklas Ole Philipp Rainer Ralf Sebastian Steffen Thorsten Tim Tobias Uwe Volker',
    family:
      'Ahlers Albrecht Bachmann Behrens Bergmann Böttcher Brandt Busch Claasen Diekmann Ehlers Engelhardt Feldmann Fröhlich Gerlach Grothe Hagedorn Hansen Heinemann Hinrichs Jansen Kessler Köhler Kröger Lindner Lorenz Lührs Mertens Möller Neuhaus Ostermann Petersen Pohl Reimers Reuter Schäfer Schröder Siebert Stein Thiessen Ullrich Vogt Wegener Weiß Wieland Wolters Zander',
  },
  nl: {
    female:
      'Anouk Anneke Berber Cato Daphne Eline Esmée Femke Fleur Floor Hanneke Ilse Jet Judith Karlijn Lieke Lotte Maaike Marieke Marjolein Nienke Noor Renske Roos Sanne Tessa Tineke Willemijn Yvonne',
    male: 'Arjan Bart Bas Bram Casper Coen Daan Diederik Evert Floris Gijs Hidde Jaap Jelle Jeroen Joost Joris Kees Lars Luuk Maarten Menno Niels Pieter Rik Ruben Sander Sjoerd Stijn Teun Wouter',
    family:
      'Bakker van_den_Berg de_Boer van_den_Bosch Brouwer de_Bruijn van_Dam van_Dijk Dijkstra Doornbos van_Essen de_Graaf de_Groot Hendriks van_der_Heijden Hoekstra Huisman de_Jong Jonker Kok Kuipers van_Leeuwen Meijer Mulder van_Rijn Schouten Smit Timmermans Veenstra van_der_Veen Verhoeven Visser van_Vliet de_Vries Willems',
  },
  pl: {
    female:
      'Agata Agnieszka Aleksandra Barbara Beata Dorota Elżbieta Ewa Grażyna Hanna Iwona Izabela Joanna Julia Justyna Karolina Katarzyna Kinga Magdalena Małgorzata Marta Monika Natalia Paulina Renata Sylwia Urszula Weronika Zofia',
    male: 'Adam Andrzej Bartosz Cezary Dariusz Dawid Filip Grzegorz Hubert Igor Jacek Jakub Jan Kamil Krzysztof Łukasz Maciej Marcin Marek Mateusz Michał Paweł Piotr Przemysław Rafał Sebastian Sławomir Szymon Tomasz Wojciech Zbigniew',
    family:
      'Adamczyk Baran Borkowski/Borkowska Chmielewski/Chmielewska Cieślak Czarnecki/Czarnecka Dąbrowski/Dąbrowska Gajewski/Gajewska Górski/Górska Jabłoński/Jabłońska Jankowski/Jankowska Jaworski/Jaworska Kaczmarek Kamiński/Kamińska Kołodziej Kowalczyk Kowalski/Kowalska Krawczyk Kubiak Lis Majewski/Majewska Malinowski/Malinowska Mazur Michalski/Michalska Nowak Nowicki/Nowicka Olszewski/Olszewska Pawlak Piotrowski/Piotrowska Rutkowski/Rutkowska Sikora Sokołowski/Sokołowska Szewczyk Walczak Wieczorek Wróbel Zając Zalewski/Zalewska Zieliński/Zielińska',
  },
  en: {
    female:
      'Abigail Aisha Alice Amara Beth Bridget Caroline Charlotte Chloe Claire Deborah Eleanor Emma Fiona Freya Gemma Grace Harriet Helen Imogen Isla Joanna Kate Laura Lucy Megan Nadia Naomi Olivia Philippa Priya Rachel Ruth Sarah Sian Tessa Victoria',
    male: 'Adam Aidan Alastair Andrew Ben Callum Charles Daniel David Dev Edward Ewan Gareth George Graham Harry Hugh Ian Jack James Jonathan Kwame Liam Luke Marcus Martin Michael Nathan Oliver Owen Patrick Peter Ravi Richard Rory Samuel Simon Stuart Thomas Will',
    family:
      'Abbott Adeyemi Ashworth Bailey Barker Bennett Booth Brooks Burke Carter Chapman Clarke Coleman Cooper Davies Dhillon Doyle Ellis Fletcher Foster Gallagher Gibson Gupta Hall Harding Hartley Hughes Hussain Jenkins Kapoor Kennedy Lawson Lloyd Mahmood Marsh Mason Mitchell Morgan Murphy Newton Okafor Osei Parker Patel Pearce Price Quinn Reid Rhodes Shah Sinclair Sutton Thornton Ward Webb Whitaker',
  },
  fr: {
    female:
      'Adèle Agnès Amélie Anaïs Aurélie Camille Capucine Cécile Chloé Clémence Élise Émilie Estelle Hélène Inès Jeanne Léa Louise Lucie Manon Margaux Mathilde Noémie Océane Pauline Sandrine Solène Sylvie',
    male: 'Adrien Antoine Baptiste Benoît Bruno Cédric Clément Damien Émile Étienne Fabien François Gaël Grégoire Guillaume Hugo Jérôme Julien Laurent Loïc Mathieu Maxime Nicolas Olivier Pascal Rémi Sébastien Théo Thierry Xavier',
    family:
      'Aubert Barbier Bellanger Berthier Blanchard Bonnet Boucher Bourgeois Brunet Carpentier Chevalier Colin Cordier Delacroix Delmas Deschamps Dufour Dumont Faure Fontaine Garnier Gauthier Girard Guérin Lacroix Lambert Leclerc Lefèvre Lemaire Marchand Mercier Meunier Moreau Perrin Picard Prévost Renaud Rousseau Roux Vasseur',
  },
  es: {
    female:
      'Adriana Alba Alicia Amparo Ana Beatriz Blanca Carmen Clara Consuelo Cristina Elena Inés Irene Isabel Laura Lucía Marina Marta Mercedes Noelia Nuria Pilar Raquel Rocío Silvia Sofía Teresa Verónica Yolanda',
    male: 'Adrián Alberto Alejandro Álvaro Andrés Borja Carlos César Diego Eduardo Emilio Enrique Fernando Gonzalo Guillermo Héctor Ignacio Iván Javier Jorge Julián Luis Manuel Marcos Óscar Pablo Rafael Rubén Salvador Sergio Vicente',
    family:
      'Aguilar Ballester Benítez Blanco Cabrera Calvo Campos Castillo Cortés Crespo Domínguez Esteve Ferrer Fuentes Gallego Giménez Herrero Ibáñez Lozano Marín Medina Molina Montero Navarro Núñez Ortega Pascual Peña Prieto Reyes Rubio Sanchis Serrano Soler Vidal',
  },
  tr: {
    female:
      'Aslı Ayşe Aylin Berna Burcu Ceren Çiğdem Defne Derya Ebru Elif Emine Esra Fatma Feride Gizem Gül Hande İpek Leyla Melis Merve Nazlı Nilüfer Özlem Pınar Seda Selin Sevgi Şebnem Tuğba Yasemin Zeynep',
    male: 'Ahmet Alper Arda Barış Berk Can Cem Deniz Emre Engin Erdem Fatih Gökhan Hakan Halil İbrahim İlker Kaan Kemal Kerem Levent Mehmet Murat Mustafa Onur Orhan Ozan Selim Serkan Tolga Umut Volkan Yusuf',
    family:
      'Acar Akın Aksoy Arslan Aydın Bozkurt Bulut Çelik Çetin Demir Doğan Erdoğmuş Güneş Kaplan Karaca Kaya Keskin Kılıç Korkmaz Kurt Öz Özdemir Özkan Polat Şahin Şen Şimşek Taş Tekin Toprak Uysal Yalçın Yavuz Yıldırım Yıldız Yılmaz',
  },
  ar: {
    female:
      'أمل=Amal آية=Aya بسمة=Basma دانة=Dana دينا=Dina إيمان=Eman فاطمة=Fatima هالة=Hala هند=Hind جميلة=Jamila خلود=Khulood لطيفة=Latifa ليلى=Layla مها=Maha مريم=Maryam منى=Mona نادية=Nadia نورة=Noura رانيا=Rania ريم=Reem سلمى=Salma سارة=Sara ياسمين=Yasmin زينب=Zainab',
    male: 'عبدالله=Abdullah أحمد=Ahmed علي=Ali أنور=Anwar بدر=Badr فهد=Fahd فيصل=Faisal حمد=Hamad حسن=Hassan إبراهيم=Ibrahim جابر=Jaber كريم=Karim خالد=Khalid ماجد=Majid منصور=Mansour محمد=Mohammed ناصر=Nasser عمر=Omar راشد=Rashid سعيد=Saeed سالم=Salem سامي=Sami سلطان=Sultan طارق=Tariq يوسف=Yousef زايد=Zayed',
    family:
      'العامري=Alameri البلوشي=Albalushi الحداد=Alhaddad الهاشمي=Alhashimi الخطيب=Alkhatib الكندي=Alkindi المنصوري=Almansoori المري=Almarri النجار=Alnajjar القاسم=Alqasim الرشيد=Alrashid السالم=Alsalem الشامسي=Alshamsi الزعابي=Alzaabi بركات=Barakat درويش=Darwish حمدان=Hamdan منصور=Mansour نصار=Nassar صالح=Saleh',
  },
}

export interface DemoName {
  /** As it stands on the card. */
  readonly shown: string
  /** For the mail address: lower case, a to z, given and family name with a dot between. */
  readonly mailName: string
  /** The family name as shown. */
  readonly family: string
}

/** A name of a culture; `family` keeps one, for the members of a family firm. */
export function makeName(random: Random, culture: Culture, family?: string): DemoName {
  const isFemale = random.chance(0.47)
  const given = readEntry(random.pick(wordsOf(culture, isFemale ? 'female' : 'male')))
  const chosen = readEntry(family ?? random.pick(wordsOf(culture, 'family')), isFemale)
  const second =
    culture === 'es' && !family ? readEntry(random.pick(wordsOf('es', 'family'))) : null
  const shown = [given.shown, chosen.shown, ...(second ? [second.shown] : [])].join(' ')
  return {
    shown,
    mailName: `${toMailLetters(given.latin)}.${toMailLetters(chosen.latin)}`,
    family: chosen.shown,
  }
}

/** Letters a to z for a mail address: 'Łukasz' -> 'lukasz', 'Weiß' -> 'weiss'. */
export function toMailLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

const split = new Map<string, readonly string[]>()

function wordsOf(culture: Culture, kind: keyof NameLists): readonly string[] {
  const key = `${culture} ${kind}`
  let words = split.get(key)
  if (!words) split.set(key, (words = lists[culture][kind].split(' ')))
  return words
}

function readEntry(entry: string, isFemale = false): { shown: string; latin: string } {
  const forms = entry.replaceAll('_', ' ').split('/')
  const form = (isFemale ? forms[1] : undefined) ?? forms[0]!
  const [shown = '', latin = shown] = form.split('=')
  return { shown, latin }
}
