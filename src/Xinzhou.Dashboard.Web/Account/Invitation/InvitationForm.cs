namespace Xinzhou.Dashboard.Web.Account.Invitation;

/// <summary>What is typed on the page of an invitation.</summary>
public sealed class InvitationForm
{
    public string? Password { get; set; }

    public string? Repeated { get; set; }
}
