import type { CompanyPlan } from '../../../domain/companies/get-company-plan.ts'
import { logoPath, paletteOf } from '../../../domain/companies/look.ts'
import type { Plan } from '../../../domain/companies/plan.ts'
import type { Look } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'

export const presentLook = (look: Look, companyId: number) => ({
  accent: look.accent,
  band: look.band,
  logo: look.logo && {
    url: logoPath(companyId, look.logo),
    width: look.logo.width,
    height: look.logo.height,
  },
  palette: paletteOf(look),
})

const presentPlan = ({ name, features, monthlyPriceCents, vatRate }: Plan) => ({
  name,
  features,
  monthlyPrice: formatCents(monthlyPriceCents),
  vatRate,
})

export const presentCompanyPlan = (plan: CompanyPlan) => ({
  ...presentPlan(plan),
  lacks: plan.lacks,
  others: plan.others.map(presentPlan),
})
