using System.Data.Common;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Account.Confirmation;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Part of a work page that does something. A handler that fails says so in a sentence and leaves everything typed as it
/// is; whoever acts is asked for anew before each command, so that a page that was left open gives no rights.
/// </summary>
public abstract partial class WorkPart : ComponentBase, IHandleEvent, IDisposable
{
    private readonly CancellationTokenSource leaving = new();

    /// <summary>Takes the token while its source can still be asked for it.</summary>
    protected WorkPart() => Leaving = leaving.Token;

    /// <summary>What is wrong at the moment, as a sentence; null while all is well.</summary>
    protected string? Trouble { get; set; }

    /// <summary>Ends when the person leaves the page. Not for commands: what was asked for is carried out.</summary>
    protected CancellationToken Leaving { get; }

    [Inject]
    private IServiceScopeFactory Scopes { get; set; } = null!;

    [Inject]
    private Caller Caller { get; set; } = null!;

    [Inject]
    private NavigationManager Location { get; set; } = null!;

    [Inject]
    private Address Pages { get; set; } = null!;

    [Inject]
    private IStringLocalizer<WorkPart> Sentences { get; set; } = null!;

    [Inject]
    private ILogger<WorkPart> Log { get; set; } = null!;

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        // Not async: the language has to hold for what is rendered after this, too.
        CircuitLanguage.Speak(Location.Uri);
        return base.SetParametersAsync(parameters);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        var handled = GuardAsync(() => item.InvokeAsync(arg));
        StateHasChanged();
        if (!handled.IsCompletedSuccessfully)
        {
            await handled;
            StateHasChanged();
        }
    }

    /// <summary>Lets go of what the part holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !leaving.IsCancellationRequested)
        {
            leaving.Cancel();
            leaving.Dispose();
        }
    }

    /// <summary>Does something; a failure becomes <see cref="Trouble"/>.</summary>
    /// <returns>Whether it went well.</returns>
    protected async Task<bool> GuardAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
            return true;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception failure) when (IsLostDatabase(failure))
        {
            Trouble = Sentences[failure.Outage() switch { DatabaseOutage.DiskFull => "DiskFull", DatabaseOutage.ReadOnly => "ReadOnly", _ => "NoDatabase" }];
        }
#pragma warning disable CA1031 // Whatever it is, the page and what is typed on it must not go with it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(Log, failure, GetType().Name);
            Trouble = Sentences["Failed"];
        }

        return false;
    }

    /// <summary>Does something that no event waits for; when it fails, that is shown at once.</summary>
    protected async Task GuardAndShowAsync(Func<Task> act)
    {
        if (!await GuardAsync(act)) StateHasChanged();
    }

    /// <summary>Who acts, if his session holds and he has the right; else null, and <see cref="Trouble"/> says why.</summary>
    protected async Task<CurrentUser?> ActorAsync(Right right)
    {
        Trouble = null;
        var user = await Caller.FindAsync(Leaving);
        if (user is null)
        {
            Trouble = Sentences["SessionEnded"];
        }
        else if (!user.Has(right))
        {
            (user, Trouble) = (null, Sentences["NoRight"]);
        }

        return user;
    }

    /// <summary>
    /// Who acts, as <see cref="ActorAsync"/>, if he has proved a short while ago by password or passkey that it is he. Else he is led
    /// to where he does so, and back to a page: what he has typed comes back as a draft.
    /// </summary>
    /// <param name="right">The right that it takes.</param>
    /// <param name="back">The page that he comes back to, below the base of the site.</param>
    protected async Task<CurrentUser?> ProvedActorAsync(Right right, string back)
    {
        if (await ActorAsync(right) is not { } user)
        {
            return null;
        }

        if (await Caller.IsFreshAsync(Leaving))
        {
            return user;
        }

        Trouble = Sentences["NotProved"];
        Location.NavigateTo(Pages.To(IdentityConfirmation.Path, (IdentityConfirmation.ReturnName, Pages.To(back))), forceLoad: true);
        return null;
    }

    /// <summary>Asks a service in a scope of its own: a circuit lives long, a context of the database must not.</summary>
    protected async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(ask);
        await using var scope = Scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static bool IsLostDatabase(Exception failure) =>
        failure is DbException or TimeoutException || (failure.InnerException is { } inner && IsLostDatabase(inner));

    [LoggerMessage(LogLevel.Error, "{Part} failed")]
    private static partial void LogFailed(ILogger log, Exception failure, string part);
}
