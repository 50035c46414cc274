using System.Buffers.Text;

namespace Xinzhou.Dashboard.Web.Account.Invitation;

/// <summary>The text of a link by which a user chooses his password: who he is, and Identity's proof, which is Base64.</summary>
internal static class InvitationLink
{
    /// <summary>The path with the token.</summary>
    public static string Write(Guid user, string proof) =>
        $"/account/invitation?token={user:N}.{Base64Url.EncodeToString(Convert.FromBase64String(proof))}";

    /// <summary>Reads a token back; null when it is none.</summary>
    public static (Guid User, string Proof)? Read(string? token)
    {
        if (token?.Split('.') is not [var user, var proof] || !Guid.TryParseExact(user, "N", out var id))
        {
            return null;
        }

        try
        {
            return (id, Convert.ToBase64String(Base64Url.DecodeFromChars(proof)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
