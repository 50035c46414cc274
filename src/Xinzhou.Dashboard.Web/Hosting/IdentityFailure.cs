using Microsoft.AspNetCore.Authentication;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Whether a caller said who he is and was not believed. That is refused even where anybody may read.</summary>
internal static class IdentityFailure
{
    /// <summary>Why he was not believed; null when he was, or said nothing.</summary>
    public static Exception? Of(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure;
}
