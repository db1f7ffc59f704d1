import fc from 'fast-check'
import {
  linkMarks,
  roleLetters,
  unknownPerson,
  type Outline,
  type OutlineNode,
  type OutlinePerson,
} from '../../../../db/formats/outline-model'
import { tidyPerson } from '../../../../db/formats/outline-words'
import { arrange } from '../../../../db/formats/outline-print'
import { influences, stances } from '../../../../db/terms'

const givenNames = [
  'Anna',
  'Jan',
  'Łukasz',
  'Żaneta',
  'Jürgen',
  'Zoë',
  'محمد',
  'דוד',
  '李',
  'Ø',
  'jan',
]
const familyNames = [
  'Berg',
  'Kowalski',
  'Wiśniewska',
  'Groß',
  'de Vries',
  'الفارسي',
  'כהן',
  '明',
  "O'Neil",
]
const awkwardTexts = [
  'Smith, Jr.',
  'A - B',
  'A – B',
  'x',
  'A x B',
  'Jan ~> Anna',
  'Jan .. Anna',
  'a == b ^2',
  '+',
  '++',
  'C ++',
  'Head -',
  '#E',
  'F #E',
  '!H',
  'Lead !H',
  '*',
  '** x',
  '**bold** man',
  '- bullet',
  '1. first',
  '# heading',
  '?',
  '??',
  'R&D /Tools',
  '/Finance',
  '24/7',
  'a|b',
  '(CIO)',
  'Jan (IT)',
  'To: Bob',
  'Teilnehmer: x',
  'jan@acme.example',
  'Jan <jan@acme.example>',
  '+49 30 1234567',
  'www.acme.example',
  'mindmap',
  'graph TD',
  '@startmindmap',
  '```mermaid',
  '<?xml version="1.0"?><opml>',
  'BEGIN:VCARD',
  '--',
  '---',
  'Kind regards',
  '[x] done',
  'acme\\jan',
  '\\',
  'a\\',
  '\\, b',
  'C:\\xampp',
  '- ',
  'tab\there',
  'two\nlines',
  '  padded  ',
  '',
]

const plainName = fc
  .tuple(fc.constantFrom(...givenNames), fc.constantFrom(...familyNames))
  .map(([given, family]) => `${given} ${family}`)

/** Names and titles as people have them, as they must not have them, and anything at all. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: plainName },
  { weight: 3, arbitrary: fc.constantFrom(...awkwardTexts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...' ,|()<>/#!+~*-?@x.=^\\Eab1'.split('')), { maxLength: 9 })
      .map((signs) => signs.join('')),
  },
)

const emailText = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom('anna@acme.example', 'j.k+x@sub.acme.example', 'no address', '<a@b.c>'),
)

export const anyPerson: fc.Arbitrary<OutlinePerson> = fc.record({
  name: anyText,
  title: fc.oneof(fc.constant(''), anyText),
  department: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, anyText),
  email: emailText,
  stance: fc.constantFrom(...stances),
  influence: fc.constantFrom(...influences),
  roles: fc.subarray([...roleLetters.values()]),
  isTopFive: fc.boolean(),
  isUnknown: fc.constant(false),
})

/** Any chart: a forest of people and lines between them. */
export const anyOutline: fc.Arbitrary<Outline> = fc
  .array(fc.tuple(anyPerson, fc.nat()), { maxLength: 14 })
  .chain((drawn) => {
    const nodes: OutlineNode[] = drawn.map(([person, pick], at) => ({
      ...tidyPerson(person),
      parentIndex: at === 0 || pick % 5 === 0 ? null : pick % at,
      isPlaceholder: false,
      line: 0,
    }))
    const link = fc.record({
      kind: fc.constantFrom(...linkMarks.values()),
      fromIndex: fc.nat(Math.max(0, nodes.length - 1)),
      toIndex: fc.nat(Math.max(0, nodes.length - 1)),
    })
    return fc.record({
      nodes: fc.constant(nodes),
      links: fc.uniqueArray(link, {
        maxLength: nodes.length < 2 ? 0 : 5,
        selector: ({ kind, fromIndex, toIndex }) => `${kind} ${fromIndex} ${toIndex}`,
      }),
    })
  })
  .map(({ nodes, links }) => ({
    nodes,
    links: links.filter(({ fromIndex, toIndex }) => fromIndex !== toIndex),
  }))

/** What counts of a chart, in the order of reading. */
export function meaningOf(outline: Outline): unknown {
  const { nodes, links } = arrange(outline)
  return {
    nodes: nodes.map(({ node, level }) => ({ level, ...personOf(node) })),
    links: links.map(({ kind, fromIndex, toIndex }) => ({ kind, fromIndex, toIndex })),
  }
}

export function personOf(node: OutlinePerson): OutlinePerson {
  const { name, title, department, email, stance, influence, roles, isTopFive, isUnknown } = node
  return { name, title, department, email, stance, influence, roles, isTopFive, isUnknown }
}

export function person(fields: Partial<OutlinePerson>): OutlinePerson {
  return { ...unknownPerson, isUnknown: !fields.name, ...fields }
}
