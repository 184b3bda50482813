package dev.startide.sample.tpch;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One line of an order.
///
/// @param lineNumber from 1, unique in its order
/// @param extendedPrice of the whole quantity, before discount and tax, with two decimals
/// @param discount a share of the price, such as 0.05
/// @param tax a share of the discounted price, such as 0.08
public record OrderLine(
        int lineNumber,
        long partId,
        long supplierId,
        int quantity,
        BigDecimal extendedPrice,
        BigDecimal discount,
        BigDecimal tax,
        String returnFlag,
        String lineStatus,
        LocalDate shipDate,
        LocalDate commitDate,
        LocalDate receiptDate,
        String shipMode,
        String shipInstructions) {}
