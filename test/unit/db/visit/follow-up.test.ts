import { describe, expect, it } from 'vitest'
import { languages } from '../../../../db/terms'
import { writeChampionAsk } from '../../../../db/visit/champion-text'
import { writeFollowUp } from '../../../../db/visit/follow-up'

const input = {
  title: 'Pilot review',
  startAtMs: Date.UTC(2026, 2, 12, 8),
  zone: 'Europe/Warsaw',
  senderName: 'Eva Vendor',
  decisions: [
    { text: 'Pilot runs until June @Anna #pricing', isPrivate: false },
    { text: 'SECRET discount', isPrivate: true },
  ],
  actions: [
    { title: 'Send the offer', ownerName: 'Eva Vendor', dueDate: '2026-03-20', isPrivate: false },
    { title: 'Check the contract', ownerName: '', dueDate: null, isPrivate: false },
    { title: 'SECRET: call the CFO', ownerName: 'Eva', dueDate: null, isPrivate: true },
  ],
  nextStep: 'Visit in June',
}

describe('the follow-up', () => {
  it('says what was decided, who does what by when, and what comes next', () => {
    expect(writeFollowUp(input, 'en')).toEqual({
      subject: 'Thank you, and what we agreed: Pilot review',
      text: [
        'Good day,',
        '',
        'thank you for your time at “Pilot review” on Thursday, March 12. This is what we took from it.',
        '',
        'What we decided',
        '• Pilot runs until June Anna pricing',
        '',
        'Who does what',
        '• Send the offer (Eva Vendor, by March 20)',
        '• Check the contract',
        '',
        'Next step: Visit in June',
        '',
        'If something is missing or wrong, please answer; we put it right.',
        '',
        'Kind regards',
        'Eva Vendor',
        '',
      ].join('\n'),
    })
  })

  it.each(languages)('keeps private lines out and has no empty parts in %s', (language) => {
    const { subject, text } = writeFollowUp(input, language)
    expect(text).not.toContain('SECRET')
    expect(subject).toContain('Pilot review')
    const bare = writeFollowUp({ ...input, decisions: [], actions: [], nextStep: ' ' }, language)
    expect(bare.text).not.toMatch(/\n{3}|•|: *\n/)
  })
})

describe('the text for the champion', () => {
  it.each(languages)('names who is missing, by name and position only, in %s', (language) => {
    const ask = {
      championName: 'Anna Berg',
      senderName: 'Eva',
      title: 'QBR',
      startAtMs: input.startAtMs,
      zone: input.zone,
    }
    const { subject, text } = writeChampionAsk(
      {
        ...ask,
        missing: [
          { name: 'Bert', title: 'CIO' },
          { name: 'Cleo', title: '' },
        ],
      },
      language,
    )
    expect(text).toContain('• Bert, CIO\n• Cleo\n')
    expect(subject).toContain('QBR')
    expect(writeChampionAsk({ ...ask, missing: [] }, language).text).not.toContain('•')
  })
})
