import { spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import type { ReadyMail } from '../../../../../db/formats/itip/mail'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Uint8Array
}

export interface MailSink {
  readonly port: number
  readonly received: readonly ReceivedMail[]
  close(): Promise<void>
}

/** A mail server from the npm registry that keeps what it gets. */
export async function startNpmSink(): Promise<MailSink> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          bytes: new Uint8Array(Buffer.concat(chunks)),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** A mail server from Debian (python3-aiosmtpd), or null where it is not installed. */
export async function startDebianSink(): Promise<MailSink | null> {
  const script = fileURLToPath(new URL('./debian-mail-sink.py', import.meta.url))
  const child = spawn('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('exit', () => resolve())
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const first = await Promise.race([
    lines.next(),
    ended.then(() => ({ done: true as const, value: '' })),
  ])
  const { port } = JSON.parse(first.value || '{}') as { port?: number }
  if (first.done || port === undefined) {
    console.log('Not run: the conversation with a Debian mail server; install python3-aiosmtpd.')
    child.kill()
    return null
  }
  const received: ReceivedMail[] = []
  const reading = (async () => {
    for await (const line of { [Symbol.asyncIterator]: () => lines }) {
      const { from, to, bytes } = JSON.parse(line) as { from: string; to: string[]; bytes: string }
      received.push({ from, to, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) })
    }
  })()
  return {
    port,
    received,
    async close() {
      child.stdin.end()
      await reading
      await ended
    },
  }
}

/** Hands mails to a server on this machine as the app does: the envelope is ours, not read from headers. */
export async function sendTo(port: number, mails: readonly ReadyMail[]): Promise<void> {
  const server = { host: '127.0.0.1', port, secure: false, ignoreTLS: true }
  const transport = createTransport({ ...server, pool: true, maxConnections: 1, maxMessages: 1000 })
  for (const { envelope, message } of mails) {
    await transport.sendMail({
      envelope: { from: envelope.from, to: [...envelope.to] },
      raw: Buffer.from(message),
    })
  }
  transport.close()
}
