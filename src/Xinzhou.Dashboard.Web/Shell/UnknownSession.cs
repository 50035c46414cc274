namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// Noted with a request whose session may hold or not: PostgreSQL does not answer. What takes a person is not served, and he
/// is not told to sign in either.
/// </summary>
internal sealed class UnknownSession;
