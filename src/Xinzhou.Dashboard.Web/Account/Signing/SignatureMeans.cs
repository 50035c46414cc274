using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account.Signing;

/// <summary>By what somebody can prove that it is he.</summary>
/// <param name="User">Who; null where nobody is known.</param>
/// <param name="HasCode">By a code of his phone.</param>
/// <param name="HasPasskey">By a passkey.</param>
public sealed record SignatureMeans(User? User, bool HasCode, bool HasPasskey)
{
    /// <summary>By nothing.</summary>
    public static SignatureMeans None { get; } = new(null, false, false);

    /// <summary>By something; personas, who have neither, sign nothing on pages.</summary>
    public bool IsAny => User is { IsPersona: false } && (HasCode || HasPasskey);
}
