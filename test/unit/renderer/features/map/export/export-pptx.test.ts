import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { exportPptx, slideSize } from '../../../../../../renderer/features/map/export/export-pptx'
import {
  crc32,
  readStoredZip,
  writeStoredZip,
} from '../../../../../../renderer/features/map/export/stored-zip'
import { person, picture, privateMap, seat, words } from './picture-fixtures'

describe('a map as a PowerPoint slide', () => {
  it('has a group of shapes for each card and a glued connector for each line', async () => {
    const { seats, lines } = privateMap()
    const slide = await slideOf(picture(seats, { lines }))
    expect(all(slide, 'p:grpSp')).toHaveLength(4)
    const connectors = all(slide, 'p:cxnSp')
    expect(connectors).toHaveLength(3 + 4)
    const shapeIds = new Set(all(slide, 'p:cNvPr').map((element) => element.getAttribute('id')))
    for (const connector of connectors)
      for (const end of ['a:stCxn', 'a:endCxn'])
        expect(shapeIds).toContain(connector.getElementsByTagName(end)[0]!.getAttribute('id'))
  })

  it('gives every shape an id of its own', async () => {
    const { seats, lines } = privateMap()
    const slide = await slideOf(picture(seats, { lines }))
    const ids = all(slide, 'p:cNvPr').map((element) => element.getAttribute('id'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('glues stacked reports at their left side', async () => {
    const reports = ['b', 'c', 'd', 'e'].map((id) => seat(id, 'a'))
    const slide = await slideOf(picture([seat('a', null), ...reports]))
    const sites = all(slide, 'a:endCxn').map((element) => element.getAttribute('idx'))
    expect(sites).toEqual(['1', '1', '1', '1'])
    const shapes = all(slide, 'p:cxnSp').map((connector) =>
      connector.getElementsByTagName('a:prstGeom')[0]!.getAttribute('prst'),
    )
    expect(new Set(shapes)).toEqual(new Set(['bentConnector4']))
  })

  it('is well-formed for names of any script and with signs of XML', async () => {
    const names = ['<b>"A" & \'B\'', 'Łukasz', 'محمد علي', '山田 太郎', '\u0000\u0007', '']
    const slide = await slideOf(
      picture(names.map((name, at) => seat(String(at), null, { person: person(name) }))),
    )
    expect(all(slide, 'a:t').map((element) => element.textContent)).toEqual(
      expect.arrayContaining(['<b>"A" & \'B\'', 'Łukasz', 'محمد علي', '山田 太郎']),
    )
  })

  it('is 16:9 for a small map and grows up to the limit of PowerPoint', () => {
    expect(slideSize(picture([seat('a', null)]))).toEqual({ width: 13.333, height: 7.5 })
    const wide = Array.from({ length: 60 }, (_, at) => [
      seat(`a${at}`, null),
      seat(`b${at}`, `a${at}`),
    ]).flat()
    expect(slideSize(picture(wide)).width).toBe(56)
  })
})

describe('a stored ZIP archive', () => {
  it('reads back as it was written, byte for byte', () => {
    const files = new Map([
      ['a.txt', new TextEncoder().encode('one')],
      ['folder/ä.bin', Uint8Array.from({ length: 300 }, (_, at) => at % 256)],
      ['empty', new Uint8Array()],
    ])
    const bytes = writeStoredZip(files)
    expect(readStoredZip(bytes)).toEqual(files)
    expect(writeStoredZip(readStoredZip(bytes))).toEqual(bytes)
  })

  it('has the checksum of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('refuses what is no archive', () => {
    expect(() => readStoredZip(new Uint8Array(40))).toThrow('no ZIP archive')
  })
})

async function slideOf(from: ReturnType<typeof picture>): Promise<Document> {
  const zip = readStoredZip(await exportPptx(from, words))
  const xml = new TextDecoder().decode(zip.get('ppt/slides/slide1.xml'))
  return new JSDOM(xml, { contentType: 'application/xml' }).window.document
}

function all(document: Document, name: string): Element[] {
  return [...document.getElementsByTagName(name)]
}
