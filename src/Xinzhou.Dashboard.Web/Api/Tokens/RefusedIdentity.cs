
namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>
/// Noted with a request whose caller said who he is and was not believed. He is refused even where anybody may read:
/// he relies on a token that does not hold.
/// </summary>
internal sealed class RefusedIdentity;
