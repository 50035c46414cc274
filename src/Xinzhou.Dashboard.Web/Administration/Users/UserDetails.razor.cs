using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Web.Account;
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
    private Act? asked;
    private Act shown;

    private enum Act
    {
        Invite,
        Reset,
        Disable,
        Enable,
        Unlock,
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

    protected override void OnInitialized() => edit = UserEdit.Of(Row);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        if (await drafts.FindAsync<UserEdit>(DraftName) is { } draft && !Row.IsPersona)
        {
            (edit, draftOf) = (draft.Value, draft.SavedAt);
            StateHasChanged();
        }

        await heading.FocusAsync();
    }

    private Task EditAsync(Func<UserEdit, UserEdit> typed)
    {
        var before = edit;
        (edit, done) = (typed(edit), false);
        if (fault is { } said && edit.Answers(said, before)) fault = null;
        return drafts.KeepAsync(DraftName, edit);
    }

    private async Task DiscardAsync()
    {
        (edit, draftOf, fault) = (UserEdit.Of(Row), null, null);
        await drafts.DropAsync(DraftName);
    }

    private async Task SaveAsync()
    {
        done = false;
        if (await ActorAsync(Right.KeepUsers) is not { } actor)
        {
            return;
        }

        fault = await AskAsync<UserAccounts, AccountFault?>(accounts =>
            accounts.ChangeAsync(actor.UserName, Row.Id, edit.Draft(), edit.Seen, CancellationToken.None));
        if (fault is not null)
        {
            return;
        }

        (done, draftOf) = (true, null);
        await drafts.DropAsync(DraftName);
        await ReloadAsync();
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

    private void Ask(Act act) => (asked, shown, fault, done, link, Trouble) = (act, act, null, false, null, null);

    private async Task CarryOutAsync()
    {
        if (await ActorAsync(Right.KeepUsers) is not { } actor)
        {
            return;
        }

        string? path = null;
        fault = shown == Act.Erase
            ? await AskAsync<UserErasure, AccountFault?>(erasure => erasure.EraseAsync(actor.UserName, Row.Id, CancellationToken.None))
            : await AskAsync<UserAccounts, AccountFault?>(async accounts =>
            {
                (path, var refused) = await CarryOutAsync(accounts, actor.UserName);
                return refused;
            });
        if (fault is not null)
        {
            return;
        }

        asked = null;
        link = path is null ? null : navigation.BaseUri.TrimEnd('/') + path;
        toasts.Say(text["Done"]);
        await ReloadAsync();
    }

    private async Task<(string? Path, AccountFault? Refused)> CarryOutAsync(UserAccounts accounts, string actor) => shown switch
    {
        Act.Invite => await accounts.InviteAsync(actor, Row.Id, CancellationToken.None),
        Act.Reset => (null, await accounts.ResetSecondFactorAsync(actor, Row.Id, CancellationToken.None)),
        Act.Unlock => (null, await accounts.UnlockAsync(actor, Row.Id, CancellationToken.None)),
        _ => (null, await accounts.SetDisabledAsync(actor, Row.Id, shown == Act.Disable, CancellationToken.None)),
    };

    private async Task ReloadAsync()
    {
        await OnChanged.InvokeAsync();
        if (await UserRow.FindAsync(contexts, Row.Id, Leaving) is { } newest)
        {
            edit = edit with { Seen = UserEdit.Of(newest).Seen };
        }
    }
}
