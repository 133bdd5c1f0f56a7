using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Access;

/// <summary>What a command or a button takes beyond being listed as an inspector.</summary>
internal sealed record Need
{
    private static readonly PermissionSet s_anyMode = PermissionSet.Of(Permission.Listen, Permission.Whisper, Permission.Insert);

    private readonly Permission? _permission;
    private readonly bool _isByMode;

    private Need(Permission? permission, bool isByMode, bool isOfAgent) => (_permission, _isByMode, IsOfAgent) = (permission, isByMode, isOfAgent);

    /// <summary>Nothing more.</summary>
    public static Need Listed { get; } = new(null, isByMode: false, isOfAgent: false);

    /// <summary>Whether an agent may be named, who then has to be of the inspector's teams.</summary>
    public bool IsOfAgent { get; }

    /// <summary>A permission.</summary>
    public static Need To(Permission permission, bool ofAgent = false) => new(permission, isByMode: false, ofAgent);

    /// <summary>The permission to listen, whisper or insert, whichever is asked for.</summary>
    public static Need ToTakePart(bool ofAgent = false) => new(null, isByMode: true, ofAgent);

    /// <summary>The permission that counts; null where none does, or the mode that would tell is not known.</summary>
    /// <param name="mode">The mode that is asked for, where it is one.</param>
    public Permission? PermissionFor(MonitoringMode? mode) => _isByMode ? mode is { } asked ? Permissions.Of(asked) : null : _permission;

    /// <summary>Whether somebody with these permissions may do it at all.</summary>
    public bool IsMetBy(PermissionSet may) => _isByMode
        ? may.Without(may.Without(s_anyMode)) != PermissionSet.None
        : _permission is not { } permission || may.Has(permission);
}
