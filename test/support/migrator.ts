// A process that migrates a store, for tests that kill it: node migrator.mjs FILE KEY
import fs from 'node:fs'
import { migrate } from '../../db/migrate'
import { migrations } from '../../db/migrations'
import { openConnection } from '../../db/node/open'

const [file = '', key = ''] = process.argv.slice(2)
const connection = openConnection(file, key)
fs.writeSync(1, 'begins\n')
migrate(connection, migrations)
connection.close()
