import { Command } from 'commander'
import type { Config } from '../config.ts'
import { invitationPage, inviteColleague } from '../domain/staff/invite-colleague.ts'
import { disableUser, listUsers, resetUser } from '../domain/staff/operator.ts'
import { passwordPage } from '../domain/staff/password-change.ts'
import { roles, type Role } from '../domain/staff/role.ts'
import { companyNamed, operator, operatorCtx, print, withDatabase } from './with-database.ts'

interface Json {
  json?: boolean
}

/** Where the pages are, as far as it is known without a server. */
const linkTo = ({ publicUrl, host, port }: Config, path: string): string =>
  `${publicUrl ?? `http://${host}:${port}`}${path}`

export function usersCommand(): Command {
  const users = new Command('users').description(
    'people who work for companies; the first owner of a company is made here',
  )
  users
    .command('create')
    .description('make a link with which somebody joins the staff of a company, once and within a week')
    .requiredOption('--company <company>', 'number, UUID or name')
    .requiredOption('--email <address>', 'whom the link is for; nothing is mailed')
    .option('--role <role>', roles.join(', '), 'owner')
    .option('--json', 'print the result as JSON')
    .action((options: Json & { company: string; email: string; role: string }) =>
      withDatabase(async (sql, config) => {
        const { json, email, role } = options
        if (!(roles as readonly string[]).includes(role))
          throw new Error(`the role must be one of ${roles.join(', ')}`)
        const company = await companyNamed(sql, options.company)
        const given = { email, role: role as Role }
        const { invitation, token } = await inviteColleague(operatorCtx(sql, company), given, undefined)
        print(json, {
          email: invitation.email,
          role,
          company: company.name,
          link: linkTo(config, invitationPage(token)),
          expiresAt: invitation.expiresAt,
        })
      }),
    )
  users
    .command('list')
    .description('every user, and where they work')
    .option('--json', 'print the result as JSON')
    .action(({ json }: Json) =>
      withDatabase(async (sql) =>
        print(
          json,
          (await listUsers(sql)).map((user) => ({ ...user })),
        ),
      ),
    )
  users
    .command('reset <email>')
    .description('make a link with which a user sets a new password, once and within half an hour')
    .option('--second-factor', 'forget app and passkeys: for who has lost phone and recovery codes')
    .option('--json', 'print the result as JSON')
    .action((email: string, { json, secondFactor = false }: Json & { secondFactor?: boolean }) =>
      withDatabase(async (sql, config) => {
        const token = await resetUser(sql, new Date(), operator, email, { secondFactor })
        print(json, { email, link: linkTo(config, passwordPage(token)) })
      }),
    )
  users
    .command('disable <email>')
    .description('let nobody in under that account, and end its sessions in every process')
    .option('--undo', 'let them in again')
    .option('--json', 'print the result as JSON')
    .action((email: string, { json, undo = false }: Json & { undo?: boolean }) =>
      withDatabase(async (sql) => {
        await disableUser(sql, new Date(), operator, email, !undo)
        print(json, { email, disabled: !undo })
      }),
    )
  return users
}
