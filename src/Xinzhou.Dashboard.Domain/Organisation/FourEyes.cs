namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>
/// 双人复核: what one security administrator asks for over an account holds when another one consents; alone after a day, in
/// which everybody whom it concerns has a message and can object.
/// </summary>
public static class FourEyes
{
    /// <summary>After what time a request holds without anybody's consent.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(24);

    /// <summary>For how long the link that a request has brought about can be fetched by whoever asked.</summary>
    public static readonly TimeSpan LinkKept = TimeSpan.FromDays(7);

    /// <summary>Whether somebody may consent: he has not asked for it, and it is not about himself.</summary>
    /// <param name="who">Who.</param>
    /// <param name="asker">Who has asked for it.</param>
    /// <param name="subject">Whom it is about; null for a user who is yet to be entered.</param>
    public static bool MayConsent(Guid who, Guid asker, Guid? subject) => who != asker && who != subject;

    /// <summary>Whether somebody may refuse: he has not asked for it. About himself he may: he knows best whether it is meant.</summary>
    /// <param name="who">Who.</param>
    /// <param name="asker">Who has asked for it.</param>
    public static bool MayRefuse(Guid who, Guid asker) => who != asker;

    /// <summary>
    /// Whether to disable or enable somebody is to be asked for: of a security administrator, who can refuse and consent. Until it holds he
    /// can refuse it himself. Of others it holds at once, for need does not wait.
    /// </summary>
    /// <param name="role">What he may do.</param>
    /// <param name="isPersona">Whether he is a persona, who decides nothing.</param>
    public static bool IsForStanding(Role role, bool isPersona) => role == Role.Security && !isPersona;

    /// <summary>Whether it holds without consent.</summary>
    /// <param name="requestedAt">When it was asked for.</param>
    /// <param name="now">The moment.</param>
    public static bool IsDue(DateTimeOffset requestedAt, DateTimeOffset now) => now - requestedAt >= Wait;
}
