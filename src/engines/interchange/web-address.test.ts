import { expect, test } from 'vitest'
import { webAddress } from './web-address.ts'

test.each([
  ['https://narae.example/a?b=1#c', 'https://narae.example/a?b=1#c'],
  ['https://narae.example/%EC%86%8C', 'https://narae.example/%EC%86%8C'],
  ['https://나래.example/', 'https://xn--910bu6k.example/'],
  [' HTTPS://NARAE.EXAMPLE/A ', 'https://narae.example/A'],
  ['https://narae.example/50%', 'https://narae.example/50%25'],
  ['https://narae.example/a|b[1]', 'https://narae.example/a%7Cb%5B1%5D'],
  ['https://narae.example/a#b#c', 'https://narae.example/a#b%23c'],
  ['http://[', null],
  ['javascript:alert(1)', null],
  ['나래일보', null],
  [null, null],
])('%s as a URI', (address, uri) => expect(webAddress(address)).toBe(uri))
