//! Contact types as words of a question: "billing acme", "decision maker globex".

use crate::domain::id::ContactTypeId;
use crate::domain::role::Role;
use crate::features::context::Context;
use crate::search;

/// The words of the account's contact types, and of the roles they stand for.
pub(in crate::features) fn words(context: Context<'_>) -> Vec<(Vec<String>, ContactTypeId)> {
    let mut named = Vec::new();
    for contact_type in context.view.contact_types() {
        let mut own = search::words(&contact_type.name);
        // "Primary Contact" is a primary one.
        own.retain(|word| word != "contact");
        named.push((own, contact_type.id));
        let role = context.policy.roles.role(Some(&contact_type.name));
        let called = role.map(called).unwrap_or_default();
        named.extend(called.iter().map(|&word| (vec![word.to_owned()], contact_type.id)));
    }
    named
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
