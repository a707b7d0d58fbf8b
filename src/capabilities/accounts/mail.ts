import { josa } from 'es-hangul'
import { createTransport } from 'nodemailer'
import type { Role } from '#record/membership'
import type { MailSettings } from './mail-settings.ts'

/** What the mail server said when it did not take a mail. */
export class MailError extends Error {
  override readonly name = 'MailError'
}

export interface Mail {
  to: string
  subject: string
  text: string
  /** Where one press ends these mails (RFC 8058). */
  listUnsubscribe?: string
}

/**
 * Hand one mail to the mail server.
 *
 * @throws MailError with what the server said, or that it cannot be reached
 */
export async function sendMail(settings: MailSettings, mail: Mail): Promise<void> {
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    auth: settings.user === null ? undefined : { user: settings.user, pass: settings.password ?? '' },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // texts come from people: nothing in them may make us read a file or an address
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: '구슬 Gusul', address: settings.from },
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.listUnsubscribe
        ? { headers: { 'List-Unsubscribe': `<${mail.listUnsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }
        : {}),
    })
  } catch (error) {
    throw new MailError((error as Error).message, { cause: error })
  } finally {
    transport.close()
  }
}

export const roleNames: Record<Role, { ko: string; en: string }> = {
  administrator: { ko: '관리자', en: 'administrator' },
  head: { ko: '부서장', en: 'head' },
  officer: { ko: '담당자', en: 'officer' },
  reviewer: { ko: '검토자', en: 'reviewer' },
  viewer: { ko: '열람자', en: 'viewer' },
  partner: { ko: '협력기관', en: 'partner' },
}

/** The mail that carries an invitation. Both languages: we do not know yet which one its reader speaks. */
export function invitationMail(to: string, link: string, about: { nameKo: string; nameEn: string; role: Role; by: string; days: number }): Mail {
  const role = roleNames[about.role]
  return {
    to,
    subject: `${about.nameKo} 구슬에 초대합니다 · Invitation to Gusul`,
    text: [
      `${about.by} 님이 ${about.nameKo} 구슬에 ${josa(role.ko, '으로/로')} 초대했습니다. ${about.days}일 안에 아래 주소를 열어 주세요.`,
      '',
      link,
      '',
      `${about.by} invites you to the Gusul of ${about.nameEn} as ${role.en}. Open the address above within ${about.days} days.`,
      '모르는 일이면 이 메일을 지우세요. If you do not expect this, delete this mail.',
    ].join('\n'),
  }
}

/** The mail that carries a password link. */
export function passwordMail(to: string, link: string, hours: number): Mail {
  return {
    to,
    subject: '구슬 비밀번호 재설정 · Gusul password reset',
    text: [
      `${hours}시간 안에 아래 주소에서 새 비밀번호를 정해 주세요.`,
      '',
      link,
      '',
      `Choose a new password at the address above within ${hours} hours.`,
      '부탁한 적이 없으면 이 메일을 지우세요. 비밀번호는 그대로입니다. If you did not ask for this, delete this mail; your password stays as it is.',
    ].join('\n'),
  }
}

/** The mail that shows that mail works. */
export const testMail = (to: string): Mail => ({
  to,
  subject: '구슬 시험 메일 · Gusul test mail',
  text: '메일이 잘 갑니다. Mail works.',
})
