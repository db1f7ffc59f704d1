import { describe, expect, it } from 'vitest'
import { fromBase64 } from '../../../../sync/base64'
import { applyTextUpdate, emptyTextDoc, maxTextUpdateBytes } from '../../../../sync/text'
import { firstTextClientId, planTextEdit } from '../../../../db/sync/texts'

describe('the operations of a text edit', () => {
  it('are none when the document says the same', () => {
    const [stage] = planTextEdit(emptyTextDoc, 'Hello', 7)
    expect(planTextEdit(stage!.doc, 'Hello', 8)).toEqual([])
  })

  it('are several where one would be too large, and lead to the same text [T4]', () => {
    const text = '界𠀀'.repeat(100_000)
    const stages = planTextEdit(emptyTextDoc, text, 7)
    expect(stages.length).toBeGreaterThan(1)
    let doc = emptyTextDoc
    let shown = ''
    for (const stage of stages) {
      const update = fromBase64(stage.update)!
      expect(update.length).toBeLessThanOrEqual(maxTextUpdateBytes)
      const merged = applyTextUpdate(doc, update)
      if ('fault' in merged) throw new Error(merged.fault)
      doc = merged.doc
      shown = merged.text
    }
    expect(shown === text).toBe(true)
  })

  it('of one template on two devices make the text once [T1]', () => {
    const id = firstTextClientId('row', 'body', 'Agenda:')
    const [first] = planTextEdit(emptyTextDoc, 'Agenda:', id)
    const [second] = planTextEdit(emptyTextDoc, 'Agenda:', id)
    const merged = applyTextUpdate(first!.doc, fromBase64(second!.update)!)
    expect('text' in merged && merged.text).toBe('Agenda:')
  })
})
