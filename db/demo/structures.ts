import type { SeatLevel } from '../terms'
import type { DemoCompany } from './companies'
import type { Random } from './random'
import { departmentOf, functionNames, titleOf } from './titles'
import type { FunctionName, TitleLanguage } from './titles'

export type StructureKind =
  | 'board'
  | 'divisions'
  | 'matrix'
  | 'shared_services'
  | 'subsidiary'
  | 'family'
  | 'authority'
  | 'founders'

/** A place in a company that is drawn; the boss always stands before in the list. */
export interface DemoSeat {
  /** Index of the seat above; null = a top of the map. */
  readonly boss: number | null
  readonly title: string
  readonly department: string
  readonly level: SeatLevel
  readonly work: FunctionName
  /** 1 = the founding family sits here. */
  readonly isFamily: boolean
  /** Indexes of seats that also give this one its work: dotted lines. */
  readonly alsoFor: readonly number[]
}

interface Draft extends Omit<DemoSeat, 'alsoFor'> {
  readonly alsoFor: number[]
}

/** Most reports that one seat of a level is given while a company is filled up. */
const spanOf: Readonly<Record<SeatLevel, number>> = {
  executive: 6,
  vice_president: 5,
  director: 5,
  manager: 9,
  staff: 0,
  unknown: 0,
}
const levelBelow: Readonly<Record<SeatLevel, SeatLevel>> = {
  executive: 'vice_president',
  vice_president: 'director',
  director: 'manager',
  manager: 'staff',
  staff: 'staff',
  unknown: 'staff',
}

/** The seats of a company: its skeleton by kind, filled up to `people` seats. */
export function makeStructure(random: Random, company: DemoCompany): readonly DemoSeat[] {
  const draft = createDrawing(random, company)
  skeletons[company.structure](draft, company)
  draft.fill(company.people)
  return draft.seats
}

/** Seats as they are added; keeps the language and the chance of one company together. */
interface Drawing {
  readonly seats: Draft[]
  /** Adds a seat; gives its index. */
  add(
    boss: number | null,
    level: SeatLevel,
    work: FunctionName,
    own?: Partial<Pick<DemoSeat, 'title' | 'department' | 'isFamily'>>,
  ): number
  addFunctions(boss: number, level: SeatLevel, names: readonly FunctionName[]): number[]
  /** Lets every seat grow reports, level by level, until there are as many seats as people. */
  fill(people: number): void
}

function createDrawing(random: Random, { language }: DemoCompany): Drawing {
  const seats: Draft[] = []
  function add(
    boss: number | null,
    level: SeatLevel,
    work: FunctionName,
    own: Partial<Pick<DemoSeat, 'title' | 'department' | 'isFamily'>> = {},
  ): number {
    const title = own.title ?? titleOf(random, language, work, level)
    const department = own.department ?? departmentOf(language, work)
    const isFamily = own.isFamily ?? false
    return seats.push({ boss, level, work, title, department, isFamily, alsoFor: [] }) - 1
  }
  function fill(people: number): void {
    const reports = seats.map((_seat, index) => seats.filter((seat) => seat.boss === index).length)
    const isBig = people > 30
    let extra = 0
    for (let quiet = 0; seats.length < people;) {
      const before = seats.length
      for (let index = 0; index < before && seats.length < people; index += 1) {
        const { level, boss, work, department } = seats[index]!
        if (boss === null && extra === 0) continue
        if (reports[index]! >= spanOf[level] + extra || !random.chance(0.6)) continue
        reports[index]! += 1
        reports.push(0)
        add(index, isBig ? levelBelow[level] : 'staff', work, { department })
      }
      quiet = seats.length === before ? quiet + 1 : 0
      if (quiet > 3) extra += 4
    }
  }
  return {
    seats,
    add,
    addFunctions: (boss, level, names) => names.map((name) => add(boss, level, name)),
    fill,
  }
}

const boardWork: readonly FunctionName[] = ['finance', 'operations', 'it', 'hr', 'sales']

const skeletons: Readonly<Record<StructureKind, (draft: Drawing, company: DemoCompany) => void>> = {
  board(draft, company) {
    const chief = draft.add(null, 'executive', 'operations')
    for (const work of boardWork.slice(0, 4)) {
      const title = `Vorstand ${departmentOf(company.language, work)}`
      const member = draft.add(chief, 'executive', work, { title })
      if (work === 'operations') addDivisions(draft, member, company)
      if (work === 'finance') draft.addFunctions(member, 'director', ['procurement', 'legal'])
      if (work === 'it') draft.addFunctions(member, 'director', ['data', 'security'])
    }
    draft.add(chief, 'director', 'communications')
  },
  divisions(draft, company) {
    const chief = draft.add(null, 'executive', 'operations')
    draft.addFunctions(chief, 'vice_president', ['finance', 'it', 'hr'])
    addDivisions(draft, chief, company)
    draft.add(chief, 'director', 'legal')
  },
  shared_services(draft, company) {
    const chief = draft.add(null, 'executive', 'operations')
    const finance = draft.add(chief, 'vice_president', 'finance')
    const centre = draft.add(finance, 'director', 'service', {
      department: company.language === 'pl' ? 'Centrum Usług Wspólnych' : 'Services partagés',
    })
    draft.addFunctions(centre, 'manager', ['procurement', 'hr', 'it', 'legal'])
    addDivisions(draft, chief, company)
    draft.addFunctions(chief, 'director', ['security', 'communications'])
  },
  matrix(draft, company) {
    const chief = draft.add(null, 'executive', 'operations')
    const chiefs = ['Chief Medical Officer', 'Chief Nursing Officer', 'Chief Digital Officer']
    const [medical, , digital] = chiefs.map((title, index) =>
      draft.add(chief, 'executive', index === 2 ? 'it' : 'quality', { title }),
    )
    draft.add(chief, 'executive', 'finance', { title: 'Chief Financial Officer' })
    draft.addFunctions(digital!, 'director', ['data', 'security', 'service'])
    const office = draft.add(digital!, 'director', 'engineering', {
      title: 'Director, Programme Office',
      department: 'Programmes',
    })
    const programmes = ['Electronic Record', 'Patient Flow', 'Virtual Ward'].map((name) =>
      draft.add(office, 'manager', 'engineering', {
        title: `Programme Lead, ${name}`,
        department: 'Programmes',
      }),
    )
    for (const division of company.divisions) {
      const head = draft.add(medical!, 'vice_president', 'operations', {
        title: `Divisional Director, ${division}`,
        department: division,
      })
      for (const programme of programmes) {
        const lead = draft.add(head, 'director', 'quality', {
          title: `Clinical Lead, ${draft.seats[programme]!.title.split(', ')[1]}`,
          department: division,
        })
        draft.seats[lead]!.alsoFor.push(programme)
      }
    }
  },
  subsidiary(draft) {
    const head = draft.add(null, 'director', 'operations', { title: 'Dyrektor Zarządzający' })
    draft.addFunctions(head, 'manager', ['finance', 'operations', 'logistics', 'it', 'sales'])
  },
  family(draft, company) {
    const isDutch = company.language === 'nl'
    const owner = draft.add(null, 'executive', 'operations', {
      title: isDutch ? 'Oprichter en eigenaar' : 'Fundador y presidente',
      isFamily: true,
    })
    const heads = company.divisions.map((division) =>
      draft.add(owner, 'vice_president', 'production', {
        title: isDutch ? `Directeur ${division}` : `Dirección de ${division}`,
        department: division,
        isFamily: true,
      }),
    )
    const right = draft.add(owner, 'director', 'finance', {
      title: isDutch ? 'Financieel directeur' : 'Dirección financiera',
    })
    draft.addFunctions(right, 'manager', ['it', 'procurement', 'hr'])
    for (const head of heads) {
      const works: FunctionName[] = ['production', 'quality', 'sales', 'logistics']
      for (const work of works) {
        const department = draft.seats[head]!.department
        draft.add(head, 'manager', work, { department })
      }
    }
  },
  authority(draft, company) {
    const mayor = draft.add(null, 'executive', 'operations', {
      title: 'Oberbürgermeisterin',
      department: 'Verwaltungsspitze',
    })
    draft.add(null, 'unknown', 'communications', {
      title: 'Vorsitz Personalrat',
      department: 'Personalrat',
    })
    draft.addFunctions(mayor, 'director', ['communications', 'legal'])
    const central = draft.add(mayor, 'vice_president', 'finance', {
      title: 'Dezernat I Zentrale Steuerung',
      department: 'Dezernat I',
    })
    for (const work of ['finance', 'hr', 'it', 'procurement'] as const)
      draft.add(central, 'director', work, {
        title: `Amtsleitung ${departmentOf('de', work)}`,
      })
    for (const [index, division] of company.divisions.entries()) {
      const department = `Dezernat ${['II', 'III', 'IV'][index] ?? 'V'}`
      const title = `${department} ${division}`
      const head = draft.add(mayor, 'vice_president', 'service', { title, department })
      for (const office of ['Fachbereich A', 'Fachbereich B'])
        draft.add(head, 'director', 'service', { title: `Leitung ${office}`, department })
    }
  },
  founders(draft) {
    const chief = draft.add(null, 'executive', 'operations', { title: 'Co-founder & CEO' })
    const technical = draft.add(chief, 'executive', 'engineering', { title: 'Co-founder & CTO' })
    draft.add(chief, 'manager', 'sales', { title: 'Head of Growth' })
    draft.add(chief, 'manager', 'finance', { title: 'Finance & Office Manager' })
    draft.add(technical, 'manager', 'data', { title: 'Lead Data Scientist' })
  },
}

/** The divisions of a company with a full set of departments each. */
function addDivisions(draft: Drawing, boss: number, company: DemoCompany): void {
  for (const division of company.divisions) {
    const head = draft.add(boss, 'vice_president', 'production', {
      title: titleWithPlace(company.language, division),
      department: division,
    })
    const works: FunctionName[] = ['production', 'logistics', 'quality', 'engineering', 'sales']
    for (const work of works.slice(0, company.people > 100 ? 5 : 3))
      draft.add(head, company.people > 60 ? 'director' : 'manager', work, {
        department: `${division}, ${departmentOf(company.language, work)}`,
      })
  }
}

function titleWithPlace(language: TitleLanguage, division: string): string {
  const forms: Readonly<Record<TitleLanguage, string>> = {
    de: 'Leitung {of}',
    nl: 'Directeur {of}',
    pl: 'Dyrektor Pionu {of}',
    en: 'Managing Director, {of}',
    fr: 'Direction {of}',
    es: 'Dirección {of}',
    tr: '{of} Genel Müdür Yardımcısı',
  }
  return forms[language].replace('{of}', division)
}

/** A plain small company for the large demo: a head, functions below, staff below those. */
export function makePlainStructure(
  random: Random,
  language: TitleLanguage,
  people: number,
): readonly DemoSeat[] {
  const seats: DemoSeat[] = []
  const heads = Math.max(1, Math.min(functionNames.length, Math.round(people / 4)))
  const works = random.some(functionNames, heads)
  for (let index = 0; index < people; index += 1) {
    const isHead = index > 0 && index <= heads
    const level: SeatLevel = index === 0 ? 'executive' : isHead ? 'director' : 'staff'
    const boss = index === 0 ? null : isHead ? 0 : 1 + (index % heads)
    const work = works[index === 0 ? 0 : (isHead ? index - 1 : index % heads) % works.length]!
    const title = titleOf(random, language, work, level)
    const department = index === 0 ? '' : departmentOf(language, work)
    seats.push({ boss, level, work, title, department, isFamily: false, alsoFor: [] })
  }
  return seats
}
