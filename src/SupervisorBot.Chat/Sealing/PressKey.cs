using System.Diagnostics;
using System.Security.Cryptography;

namespace SupervisorBot.Chat.Sealing;

/// <summary>A key that buttons are sealed with. Its secret is in no text that can be made of it.</summary>
/// <param name="generation">Numbers the keys; a later one is the newer.</param>
/// <param name="createdAt">When it was made.</param>
/// <param name="secret">The secret, 32 bytes.</param>
[DebuggerDisplay("key {Generation}")]
public sealed class PressKey(int generation, DateTimeOffset createdAt, byte[] secret)
{
    /// <summary>The length of a secret in bytes.</summary>
    public const int Length = 32;

    /// <summary>Numbers the keys; a later one is the newer. From 1.</summary>
    public int Generation { get; } = generation;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>Makes a key with a random secret.</summary>
    /// <param name="generation">Its number.</param>
    /// <param name="createdAt">When it is made.</param>
    public static PressKey New(int generation, DateTimeOffset createdAt) => new(generation, createdAt, RandomNumberGenerator.GetBytes(Length));

    /// <summary>The secret, for whoever seals with it or stores it encrypted.</summary>
    public ReadOnlySpan<byte> Reveal() => secret;

    /// <inheritdoc/>
    public override string ToString() => $"key {Generation}";
}
