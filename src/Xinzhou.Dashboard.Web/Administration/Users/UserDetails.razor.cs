using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Requests;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>One user beside the list.</summary>
public sealed partial class UserDetails(
    IDbContextFactory<DashboardContext> contexts,
    NavigationManager navigation,
    Drafts drafts,
    Toasts toasts,
    IStringLocalizer<UserDetails> text,
    IStringLocalizer<UsersPage> list,
    IStringLocalizer<AccountFaults> faults)
{
    private ElementReference heading;
    private UserEdit edit = new();
    private DateTimeOffset? draftOf;
    private AccountFault? fault;
    private string? link;
    private bool done;
    private bool isPending;
    private Act? asked;
    private Act shown;

    private enum Act
    {
        Invite,
        Reset,
        Disable,
        Enable,
        Unlock,
        EndSessions,
        Erase,
    }

    /// <summary>The user.</summary>
    [Parameter, EditorRequired]
    public required UserRow Row { get; set; }

    /// <summary>Raised when he was changed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Raised when the administrator has done with him.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    private IStringLocalizer<UserDetails> Text => text;

    private IStringLocalizer<UsersPage> List => list;

    private IStringLocalizer<AccountFaults> Faults => faults;

    private string DraftName => $"user/{Row.Id}";

    private string Back => $"/admin/users/{Row.Id}";

    protected override void OnInitialized() => edit = UserEdit.Of(Row);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        // First: who is in a field by the time the draft is there stays in it.
        await heading.FocusAsync();
        if (await drafts.FindAsync<UserEdit>(DraftName) is { } draft && !Row.IsPersona)
        {
            (edit, draftOf) = (draft.Value, draft.SavedAt);
            StateHasChanged();
        }
    }

    private Task EditAsync(Func<UserEdit, UserEdit> typed)
    {
        var before = edit;
        (edit, done, isPending) = (typed(edit), false, false);
        if (fault is { } said && edit.Answers(said, before)) fault = null;
        // Nobody waits for it: what comes of the change comes at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
        return Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        (edit, draftOf, fault) = (UserEdit.Of(Row), null, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        (done, isPending) = (false, false);
        if (await ProvedActorAsync(Right.KeepUsers, Back) is not { } actor)
        {
            return;
        }

        var answer = await AskAsync<AccountRequests, AccountAnswer>(requests =>
            requests.ChangeAsync(actor, Row.Id, edit.Draft(), edit.Seen, CancellationToken.None));
        fault = answer.Fault;
        if (fault is not null)
        {
            return;
        }

        (done, isPending, draftOf) = (!answer.IsPending, answer.IsPending, null);
        await drafts.DropAsync(DraftName);
        await ReloadAsync();
        if (isPending)
        {
            // What is asked for does not hold yet.
            edit = UserEdit.Of(Row);
        }
    }

    // What the other administrator saved is the new ground; what was typed here stays to be saved over it, deliberately.
    private async Task TakeNewestAsync()
    {
        if (await UserRow.FindAsync(contexts, Row.Id, Leaving) is { } newest)
        {
            (edit, fault, draftOf) = (UserEdit.Of(newest), null, null);
            await drafts.DropAsync(DraftName);
            await OnChanged.InvokeAsync();
        }
    }

    private void Ask(Act act) => (asked, shown, fault, done, isPending, link, Trouble) = (act, act, null, false, false, null, null);

    private async Task CarryOutAsync()
    {
        // What was confirmed is carried out, whatever is asked about meanwhile.
        var act = shown;
        // Each of them: to disable takes a way in away, to enable gives one.
        if (await ProvedActorAsync(Right.KeepUsers, Back) is not { } actor)
        {
            return;
        }

        var answer = act is Act.Unlock or Act.EndSessions or Act.Erase
            ? new(await CarryOutAloneAsync(act, actor.UserName), null, false)
            : await AskAsync<AccountRequests, AccountAnswer>(requests => act switch
            {
                Act.Invite => requests.InviteAsync(actor, Row.Id, CancellationToken.None),
                Act.Reset => requests.ResetSecondFactorAsync(actor, Row.Id, CancellationToken.None),
                _ => requests.SetDisabledAsync(actor, Row.Id, act == Act.Disable, CancellationToken.None),
            });
        fault = answer.Fault;
        if (fault is not null)
        {
            return;
        }

        if (asked == act) asked = null;
        isPending = answer.IsPending;
        link = answer.Link is null ? null : navigation.BaseUri.TrimEnd('/') + answer.Link;
        if (!isPending)
        {
            toasts.Say(text["Done"]);
        }

        await ReloadAsync();
    }

    private Task<AccountFault?> CarryOutAloneAsync(Act act, string actor) => act == Act.Erase
        ? AskAsync<UserErasure, AccountFault?>(erasure => erasure.EraseAsync(actor, Row.Id, CancellationToken.None))
        : AskAsync<UserAccounts, AccountFault?>(accounts => act == Act.Unlock
            ? accounts.UnlockAsync(actor, Row.Id, CancellationToken.None)
            : accounts.EndSessionsAsync(actor, Row.Id, CancellationToken.None));

    /// <summary>What an act means; of a security administrator to disable and to enable is only asked for.</summary>
    private string MeansOf(Act act) => act is Act.Disable or Act.Enable && FourEyes.IsForStanding(Row.Role, Row.IsPersona)
        ? text[$"{act}SecurityMeans"]
        : text[$"{act}Means"];

    private async Task ReloadAsync()
    {
        await OnChanged.InvokeAsync();
        if (await UserRow.FindAsync(contexts, Row.Id, Leaving) is { } newest)
        {
            edit = edit with { Seen = UserEdit.Of(newest).Seen };
        }
    }
}
