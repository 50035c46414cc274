using System.Net;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>
/// Where what is done now comes from, as far as it is known. It goes along with the flow of the code, as a culture does, so that
/// whoever appends an event need not hand it on: whoever takes a request, an act of an open page or a command says it once.
/// </summary>
public sealed class AuditOrigin
{
    private static readonly AsyncLocal<AuditOrigin?> Flowing = new();

    private AuditOrigin(string? address, Guid? session, string? osUser) => (Address, Session, OsUser) = (address, session, osUser);

    /// <summary>Where what is done now comes from; what is set holds within the method that sets it and what that calls.</summary>
    public static AuditOrigin Current
    {
        get => Flowing.Value ?? new(null, null, null);
        set => Flowing.Value = value;
    }

    /// <summary>The address of the reader; null for what no request does.</summary>
    public string? Address { get; }

    /// <summary>The number of the session; null without one.</summary>
    public Guid? Session { get; private set; }

    /// <summary>Of a command, whom the operating system says it runs for; else null.</summary>
    public string? OsUser { get; }

    /// <summary>A reader's.</summary>
    /// <param name="address">His address; null if it is not known.</param>
    /// <param name="session">The number of his session; empty or null without one.</param>
    public static AuditOrigin OfReader(IPAddress? address, Guid? session) => new(
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString(),
        session == Guid.Empty ? null : session,
        null);

    /// <summary>
    /// A command's: of the user that the process runs as, and where somebody has become that user by sudo, of him too
    /// (<c>wang as root</c>).
    /// </summary>
    public static AuditOrigin OfCommand()
    {
        var user = Environment.UserName is { Length: > 0 } name ? name : "unknown";
        var before = Environment.GetEnvironmentVariable("SUDO_USER")?.Trim();
        return new(null, null, string.IsNullOrEmpty(before) || before == user ? user : $"{before} as {user}");
    }

    /// <summary>Says which session begins by what is done now: what is noted of it from now on names the new one.</summary>
    public void Begin(Guid session) => Session = session;
}
