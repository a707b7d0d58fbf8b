import { expect, test } from 'vitest'
import { sortFiles } from './sort-files.ts'

test('files are taken by their ending, whatever its letters, and refused with the reason', () => {
  const files = [
    { name: '보도자료.TXT', size: 10 },
    { name: '사진.png', size: 10 },
    { name: '큰글.txt', size: 101 },
  ]
  expect(sortFiles(files, ['.txt'], 100)).toEqual({
    taken: [files[0]],
    refused: [
      { name: '사진.png', reason: 'kind' },
      { name: '큰글.txt', reason: 'large' },
    ],
  })
})
