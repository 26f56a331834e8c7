//! Contact types as words of a question: "billing acme", "decision maker globex".

use crate::domain::organization::ContactType;
use crate::domain::role::Role;
use crate::features::context::Context;
use crate::search::TypeWords;

/// The words of the account's contact types, and of the roles they stand for.
pub(in crate::features) fn words<'a>(context: Context<'a>) -> Vec<TypeWords<'a>> {
    let words = |(contact_type, name): (&ContactType, &'a [String])| {
        let role = context.policy.roles.role(Some(&contact_type.name));
        TypeWords { id: contact_type.id, name, other: role.map_or(&[], called) }
    };
    context.view.type_words().map(words).collect()
}

/// What people call a role, in the languages of answers.
fn called(role: Role) -> &'static [&'static str] {
    match role {
        Role::Primary => &["primary", "main"],
        Role::Technical => &["technical", "tech", "technik", "technique", "tecnico"],
        Role::Billing => &["billing", "accounting", "invoices", "buchhaltung", "facturation", "facturacion"],
        Role::Executive => &["executive", "management"],
        Role::Vendor => &["vendor", "supplier"],
        Role::EndUser | Role::Departed => &[],
    }
}
