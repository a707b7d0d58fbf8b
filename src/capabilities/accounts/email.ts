import { z } from '@hono/zod-openapi'

/**
 * 전자우편: the form in which an address is kept and compared: trimmed, NFC, lower case.
 *
 * normalEmail(' Kim@City.Go.KR ') // => 'kim@city.go.kr'
 */
export const normalEmail = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** An e-mail address of a request, in its kept form. */
export const Email = z
  .string()
  .max(254)
  .transform(normalEmail)
  .pipe(z.email('이메일 주소 (an e-mail address), such as kim@city.go.kr'))
  .openapi({ type: 'string', format: 'email', example: 'kim@city.go.kr' })

/** A person's name of a request. */
export const PersonName = z.string().trim().min(1, '이름 (a name), such as 김하나').max(80).openapi({ example: '김하나' })
