import { z } from 'zod'

/** 역할: what a person is in an office. */
export const roles = ['administrator', 'head', 'officer', 'reviewer', 'viewer', 'partner'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>
