import type { PlannedPerson } from '../../../../db/visit/planned-person'

export function makePlanned(id: string, changes: Partial<PlannedPerson> = {}): PlannedPerson {
  return {
    id,
    name: id,
    email: `${id}@acme.example`,
    status: 'active',
    isOptedOut: false,
    isTopFive: false,
    stance: 'unknown',
    roles: [],
    level: 'unknown',
    department: '',
    title: '',
    needs: '',
    ...changes,
  }
}

/** The map of issue 4: twelve people, two left, one opted out. */
export const twelve: readonly PlannedPerson[] = [
  makePlanned('anna', {
    stance: 'champion',
    level: 'director',
    department: 'IT',
    isTopFive: true,
    needs: 'Fewer outages',
  }),
  makePlanned('bert', { level: 'executive', department: 'IT', isTopFive: true }),
  makePlanned('cleo', { level: 'executive', department: 'Finance', needs: 'Lower cost' }),
  makePlanned('dirk', { level: 'manager', department: 'IT' }),
  makePlanned('ewa', { level: 'manager', department: 'Finance' }),
  makePlanned('finn', { level: 'staff', department: 'IT' }),
  makePlanned('gosia', { level: 'staff', department: 'Legal' }),
  makePlanned('hans', { level: 'vice_president', department: 'Operations', isTopFive: true }),
  makePlanned('ida', { roles: ['champion'], level: 'staff', department: 'Operations' }),
  makePlanned('jan', { status: 'left', level: 'director', department: 'IT' }),
  makePlanned('kim', { status: 'left', level: 'staff' }),
  makePlanned('lea', { isOptedOut: true, level: 'manager', department: 'Legal' }),
]
