namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>Reads signing keys from where they are published.</summary>
internal interface IKeyDocuments
{
    /// <summary>The usable keys, one or more. Throws whatever kept it from reading them.</summary>
    Task<IReadOnlyList<SigningKey>> ReadAsync(Uri metadata, CancellationToken ct);
}
