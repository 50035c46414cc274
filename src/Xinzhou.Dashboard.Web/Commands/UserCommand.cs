using System.CommandLine;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The commands about users.</summary>
internal sealed class UserCommand : Command
{
    public UserCommand(SharedOptions shared)
        : base("user", "Lists, enters, disables, enables and unlocks users.")
    {
        Add(new UserListCommand(shared));
        Add(new UserCreateCommand(shared));
        Add(new UserDisableCommand(shared, "disable", "Disables a user: his sessions end, he cannot sign in.", disabled: true));
        Add(new UserDisableCommand(shared, "enable", "Enables a user again.", disabled: false));
        Add(new UserUnlockCommand(shared));
    }
}
