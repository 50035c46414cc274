using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Xinzhou.Dashboard.Web.Account.Limits;

/// <summary>
/// How often may be tried to sign in. What went well is given back: an office with one address for all is bounded by what
/// fails there. Passkeys and recovery codes are counted apart, for they stay open to those whose passwords are tried by others.
/// </summary>
/// <param name="identity">How accounts are locked.</param>
/// <param name="time">The clock.</param>
public sealed class SignInLimits(IOptions<IdentityOptions> identity, TimeProvider time)
{
    /// <summary>Passwords and codes of the second factor, by address.</summary>
    public AttemptLimit Passwords { get; } = new(20, TimeSpan.FromSeconds(30), time);

    /// <summary>Recovery codes, by address.</summary>
    public AttemptLimit Recovery { get; } = new(10, TimeSpan.FromMinutes(1), time);

    /// <summary>Passkeys, by address: they cannot be guessed, but each attempt is an event of the log.</summary>
    public AttemptLimit Passkeys { get; } = new(60, TimeSpan.FromSeconds(2), time);

    /// <summary>Names that nobody can sign in by.</summary>
    public NameLimit Names { get; } = new(
        identity.Value.Lockout.MaxFailedAccessAttempts, identity.Value.Lockout.DefaultLockoutTimeSpan, time);

    /// <summary>Says to a browser or program that it is too early, and when it is not: in whole seconds, one at least.</summary>
    public static void Refuse(HttpContext context, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>In how many minutes it is worth trying again, for people; one at least.</summary>
    public static int Minutes(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
}
