/**
 * Who may do what: sign-in, the fixed groups, the engine's view of people, and the rights that each group has in the
 * engine and its webapps.
 *
 * <p>One login method is configured at a time ({@code SignIn}); whatever it is, only authorities named
 * {@code GROUP_<group>} of a fixed group count, and who is not signed in is nobody. The engine keeps no users: it reads
 * the security context, and the table {@code syncgate.person} for the names of others.
 *
 * <p>Machines come in by another door, {@code ApiSecurity}, with tokens that are worth something behind it alone. A machine is
 * no person and in no group: to the engine it is nobody.
 */
@ApplicationModule(allowedDependencies = {"model", "start"})
@NullMarked
package org.syncgate.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
